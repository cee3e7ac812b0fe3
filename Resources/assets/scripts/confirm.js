// What cannot be taken back asks first: <form data-confirm="id-of-dialog">. The dialog says what will
// happen; its button [value=yes] sends the form. Without this the server asks on a page of its own.
for (const form of document.querySelectorAll("form[data-confirm]")) {
    const dialog = document.getElementById(form.dataset.confirm);
    if (!dialog) continue;
    let submitter;
    let isConfirmed = false;
    form.addEventListener("submit", (event) => {
        if (isConfirmed) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        submitter = event.submitter;
        dialog.showModal();
    }, { capture: true });
    dialog.addEventListener("close", () => {
        if (dialog.returnValue !== "yes") return;
        isConfirmed = true;
        form.requestSubmit(submitter);
    });
}
