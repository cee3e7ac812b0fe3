// Drafts: <form data-draft="/drafts/…"> is saved when the typing rests and when a field is left.
// A line in the form says so; data-saved, data-saving and data-failed bring the words, with {time} in the first, on the
// form or on what holds many forms. The server answers 204. Without this, Save sends the form.
const restMilliseconds = 700;
const retryMilliseconds = 10000;
const watched = new WeakMap();

function body(form) {
    return new URLSearchParams(
        [...new FormData(form)].filter(([, value]) => typeof value === "string")).toString();
}

function statusLine(form) {
    const line = document.createElement("p");
    line.className = "saved";
    line.setAttribute("role", "status");
    form.insertBefore(line, form.querySelector(":scope > .actions"));
    return line;
}

/// A form is watched from when it is first entered: a page may hold hundreds, and some come later.
function watch(form, last) {
    const status = statusLine(form);
    let timer;

    function say(kind) {
        const time = new Date().toTimeString().slice(0, 5);
        status.textContent = (form.closest("[data-saved]")?.dataset[kind] ?? "").replace("{time}", time);
    }

    async function save() {
        clearTimeout(timer);
        const now = body(form);
        if (now === last) return;
        say("saving");
        try {
            const answer = await fetch(form.dataset.draft, {
                method: "POST",
                headers: { "Content-Type": "application/x-www-form-urlencoded" },
                body: now,
                keepalive: now.length < 60000,
            });
            if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
            last = now;
            say("saved");
        } catch {
            say("failed");
            timer = setTimeout(save, retryMilliseconds);
        }
    }

    form.addEventListener("submit", () => clearTimeout(timer));
    document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "hidden") save();
    });
    return { save, rest() { clearTimeout(timer); timer = setTimeout(save, restMilliseconds); } };
}

function watcher(event, last) {
    const form = event.target.form;
    // A button that is pressed first has nothing to save, and would move away under the finger.
    if (!form?.matches("form[data-draft]") || event.target.matches("button")) return undefined;
    if (!watched.has(form)) watched.set(form, watch(form, last ?? body(form)));
    return watched.get(form);
}

document.addEventListener("focusin", (event) => watcher(event));
// What changes in a form that was never entered was typed all the same.
document.addEventListener("input", (event) => watcher(event, "")?.rest());
document.addEventListener("change", (event) => watcher(event, "")?.save());
