// Drafts: <form data-draft="/drafts/…"> is saved when the typing rests and when a field is left.
// An element [data-draft-status] in the form says so; data-saved, data-saving and data-failed bring the words,
// with {time} in the first, on the form or on what holds many forms. The server answers 204. Without this, Save sends the form.
const restMilliseconds = 700;
const retryMilliseconds = 10000;

function watch(form) {
    const status = form.querySelector("[data-draft-status]");
    let timer;
    let last = body();

    function body() {
        return new URLSearchParams(
            [...new FormData(form)].filter(([, value]) => typeof value === "string")).toString();
    }

    function say(kind) {
        if (!status) return;
        const time = new Date().toTimeString().slice(0, 5);
        status.textContent = (form.closest("[data-saved]")?.dataset[kind] ?? "").replace("{time}", time);
    }

    async function save() {
        clearTimeout(timer);
        const now = body();
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

    form.addEventListener("input", () => {
        clearTimeout(timer);
        timer = setTimeout(save, restMilliseconds);
    });
    form.addEventListener("change", save);
    form.addEventListener("submit", () => clearTimeout(timer));
    document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "hidden") save();
    });
}

document.querySelectorAll("form[data-draft]").forEach(watch);
