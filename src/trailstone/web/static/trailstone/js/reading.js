// Reading settings act at once, are kept in a cookie for the next first paint, and are saved on the account.
const YEAR = 365 * 24 * 3600;
const root = document.documentElement;

function keep(settings) {
  const secure = location.protocol === "https:" ? ";secure" : "";
  document.cookie = `reading=${encodeURIComponent(JSON.stringify(settings))};path=/;max-age=${YEAR};samesite=lax${secure}`;
}

document.addEventListener("change", ({ target }) => {
  const form = target.closest("form[data-reading]");
  if (!form) return;
  const values = new FormData(form);
  const settings = Object.fromEntries([...values].filter(([name]) => name !== "csrfmiddlewaretoken"));
  Object.assign(root.dataset, settings);
  keep(settings);
  if (form.getAttribute("action")) fetch(form.action, { method: "POST", body: values, keepalive: true }).catch(() => {});
});
