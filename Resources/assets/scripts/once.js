// A form is sent once: what is pressed twice is one act. The idempotency key in the form says the same to
// the server; this only spares the second wait. Coming back through history opens the form again.
document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("form[data-once]") || event.defaultPrevented) return;
    if (form.dataset.sent) {
        event.preventDefault();
        return;
    }
    form.dataset.sent = "1";
    form.setAttribute("aria-busy", "true");
});

window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) {
        delete form.dataset.sent;
        form.removeAttribute("aria-busy");
    }
});
