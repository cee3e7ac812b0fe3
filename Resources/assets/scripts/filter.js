// A list that narrows while one types: <input data-filter="id"> and the list's id. Without this the field
// is part of a form that asks the server. [data-filter-count] shows how many are left.
function narrow(input) {
    const list = document.getElementById(input.dataset.filter);
    if (!list) return;
    const rows = list.querySelector("[data-filter-rows]") ?? list;
    const wanted = input.value.trim().toLocaleLowerCase();
    let count = 0;
    for (const row of rows.children) {
        row.hidden = !row.textContent.toLocaleLowerCase().includes(wanted);
        if (!row.hidden) count += 1;
    }
    const shown = document.querySelector(`[data-filter-count="${CSS.escape(input.dataset.filter)}"]`);
    if (shown) shown.textContent = String(count);
}

for (const input of document.querySelectorAll("input[data-filter]")) {
    input.addEventListener("input", () => narrow(input));
    if (input.value) narrow(input);
}
