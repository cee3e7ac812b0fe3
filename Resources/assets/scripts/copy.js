// <input data-copy readonly> is marked whole when it is entered, ready to be copied; an address of ours with the host's
// name, which whoever gets it needs.
for (const input of document.querySelectorAll("input[data-copy]")) {
    if (input.value.startsWith("/")) input.value = new URL(input.value, location.href).href;
    input.addEventListener("focus", () => input.select());
}

// <button data-copy="text" data-copied="Copied" hidden>: shown only where copying works.
for (const button of document.querySelectorAll("button[data-copy]")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    const label = button.textContent;
    button.addEventListener("click", async () => {
        try {
            await navigator.clipboard.writeText(button.dataset.copy);
            button.textContent = button.dataset.copied ?? label;
            setTimeout(() => (button.textContent = label), 2000);
        } catch {
            // The browser refused; the text is on the page to be marked by hand.
        }
    });
}
