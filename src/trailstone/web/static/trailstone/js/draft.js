// What is typed in <form data-draft="attempt:question"> survives a reload, a lost network and a closed tab's restore.
const store = sessionStorage;
const name = (form) => `draft:${form.dataset.draft}`;
const kept = (field) => field.name && !field.closest("[data-no-draft]") && !["hidden", "password", "file", "submit"].includes(field.type);

function save(form) {
  const values = {};
  for (const field of form.elements)
    if (kept(field) && (!["radio", "checkbox"].includes(field.type) || field.checked)) (values[field.name] ??= []).push(field.value);
  store.setItem(name(form), JSON.stringify(values));
}

function restore(form) {
  const values = JSON.parse(store.getItem(name(form)) ?? "{}");
  for (const field of form.elements) {
    if (!kept(field) || !(field.name in values)) continue;
    if (["radio", "checkbox"].includes(field.type)) field.checked = values[field.name].includes(field.value);
    else field.value = values[field.name][0];
  }
}

function settle(place) {
  for (const form of place.querySelectorAll?.("form[data-draft]") ?? []) restore(form);
  for (const done of place.querySelectorAll?.("[data-draft-done]") ?? []) store.removeItem(`draft:${done.dataset.draftDone}`);
}

document.addEventListener("input", ({ target }) => {
  const form = target.form ?? target.closest("form");
  if (form?.dataset.draft) save(form);
});
settle(document);
document.addEventListener("htmx:afterSettle", () => settle(document));
