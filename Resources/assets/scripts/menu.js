// Menus are <details>: they open without this. Here they also close: by Escape, by a click elsewhere, and
// when another opens.
const menus = () => document.querySelectorAll("details[data-menu][open]");

document.addEventListener("click", (event) => {
    for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of menus()) {
        const held = menu.contains(document.activeElement);
        menu.open = false;
        if (held) menu.querySelector("summary").focus();
    }
});
