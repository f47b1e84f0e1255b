// The adapter to htmx: the CSRF token, and what to say when a request is slow, lost or refused.
import { toast } from "./toast.js";

const SLOW_MS = 3000;
const words = document.body.dataset;
const waiting = new WeakMap();
const latest = new Map(); // by place: the request that was sent last

document.addEventListener("htmx:configRequest", ({ detail }) => {
  detail.headers["X-CSRFToken"] = document.querySelector("meta[name=csrf]").content;
});

// What was asked last is what is shown: an older page that was still on its way to the same place must not cover it.
const place = (target) => target.id || target;
document.addEventListener("htmx:beforeRequest", ({ detail }) => latest.set(place(detail.target), detail.xhr));
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const older = latest.get(place(detail.target)) !== detail.xhr;
  if (older && detail.requestConfig.verb === "get") detail.shouldSwap = false;
});

document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  const { elt, xhr } = detail;
  elt.setAttribute("aria-busy", "true");
  const wait = {};
  wait.timer = setTimeout(() => (wait.toast = toast({ text: words.saidSlow, icon: "clock" })), SLOW_MS);
  waiting.set(xhr, wait);
});

document.addEventListener("htmx:afterRequest", ({ detail }) => {
  const wait = waiting.get(detail.xhr);
  clearTimeout(wait?.timer);
  wait?.toast?.remove();
  detail.elt.removeAttribute("aria-busy");
});

for (const lost of ["htmx:sendError", "htmx:timeout"])
  document.addEventListener(lost, () => toast({ text: words.saidUnsent, icon: "wifi-off", stay: true }));

document.addEventListener("htmx:responseError", ({ detail }) => {
  const here = encodeURIComponent(location.pathname + location.search);
  if (detail.xhr.status === 401 && words.signIn) location.assign(`${words.signIn}?next=${here}`);
  else toast({ text: ownWords(detail.xhr) || words.saidError, icon: "circle-alert", stay: true });
});

// 503 comes with a sentence of its own. What a server in front of ours says is a page, and not for here.
function ownWords(xhr) {
  return xhr.status === 503 && xhr.getResponseHeader("Content-Type")?.startsWith("text/plain") ? xhr.responseText : "";
}

const bar = document.getElementById("offline");
const showOffline = () => {
  bar.hidden = navigator.onLine;
};
addEventListener("online", showOffline);
addEventListener("offline", showOffline);
showOffline();
