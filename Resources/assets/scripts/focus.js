// After a refusal the summary is read first.
document.querySelector("[data-focus]")?.focus();
