// Keys: "/" searches, "g" and a letter goes to a part, "?" lists the keys, "j" and "k" move in lists.
let going = false;

function isTyping(target) {
    return target.closest("input, textarea, select, [contenteditable], dialog[open]");
}

function move(step) {
    const items = [...document.querySelectorAll("[data-list] > *:not([hidden]), [data-row]:not([hidden])")]
        .filter((item) => item.querySelector("a[href]"));
    if (!items.length) return;
    const at = items.findIndex((item) => item.classList.contains("marked"));
    const next = items[Math.min(Math.max(at + step, 0), items.length - 1)];
    items[at]?.classList.remove("marked");
    next.classList.add("marked");
    next.querySelector("a[href]").focus();
    next.scrollIntoView({ block: "nearest" });
}

const actions = {
    "/": () => document.querySelector("[data-search]")?.focus(),
    "?": () => document.querySelector("dialog[data-keys]")?.showModal(),
    j: () => move(1),
    k: () => move(-1),
    g: () => {
        going = true;
    },
};

document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (going) {
        going = false;
        const part = document.querySelector(`[data-go="${CSS.escape(event.key)}"]`);
        if (part) {
            event.preventDefault();
            part.click();
        }
        return;
    }
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
});
