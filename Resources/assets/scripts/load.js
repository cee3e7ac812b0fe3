// A form that is fetched when it is asked for: <details data-load="MARK"> holds a link to the page of a form, which is
// put in the link's place when the details are opened. MARK sets its identifiers apart from those of the page. Where
// that fails, the link is still there.
function mark(form, prefix) {
    for (const name of ["id", "for", "aria-describedby", "aria-labelledby"]) {
        for (const element of form.querySelectorAll(`[${name}]`)) {
            const ids = element.getAttribute(name).split(" ").map((id) => `${prefix}-${id}`);
            element.setAttribute(name, ids.join(" "));
        }
    }
}

/// The browser reads the page itself: the content policy lets no script turn text into markup.
function page(address) {
    return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open("GET", address);
        request.responseType = "document";
        request.onload = () => request.status === 200 ? resolve(request.response) : reject(new Error(request.status));
        request.onerror = () => reject(new Error("no connection"));
        request.send();
    });
}

async function load(details) {
    const link = details.querySelector(":scope > p > a");
    if (!link || details.dataset.loading) return;
    details.dataset.loading = "1";
    try {
        const form = (await page(link.href)).querySelector("form.act-form");
        if (!form) throw new Error("no form");
        mark(form, details.dataset.load);
        link.parentElement.replaceWith(document.adoptNode(form));
        form.querySelector("input:not([type=hidden]), select, textarea")?.focus();
    } catch {
        delete details.dataset.loading;
    }
}

// The event does not bubble.
document.addEventListener("toggle", (event) => {
    if (event.target.open && event.target.matches?.("details[data-load]")) load(event.target);
}, true);
