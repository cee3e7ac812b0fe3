// Appearance: light, dark, or as the device says. Kept in a cookie, so that the server writes the choice
// into the page and nothing flashes.
const menu = document.querySelector("[data-theme-menu]");

function choose(theme) {
    const root = document.documentElement;
    if (theme === "system") delete root.dataset.theme;
    else root.dataset.theme = theme;
    const age = theme === "system" ? 0 : 31536000;
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `theme=${theme}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`;
    for (const button of menu.querySelectorAll("[data-theme-choice]")) {
        button.setAttribute("aria-pressed", String(button.dataset.themeChoice === theme));
    }
}

if (menu) {
    menu.hidden = false;
    menu.addEventListener("click", (event) => {
        const button = event.target.closest("[data-theme-choice]");
        if (!button) return;
        choose(button.dataset.themeChoice);
        menu.open = false;
    });
}
