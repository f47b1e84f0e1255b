// The one script of every page: htmx, our small behaviours, and a loader for elements that come later.
import "htmx.org";
import "idiomorph/htmx";
import "./requests.js";
import "./toast.js";
import "./dialog.js";
import "./focus.js";
import "./keys.js";
import "./menu.js";
import "./reading.js";
import "./draft.js";
import "./forms.js";
import "./small.js";
import "./reach.js";
import "./say.js";
import { loadElements } from "./elements.js";

loadElements(document);
document.addEventListener("htmx:afterSettle", (event) => loadElements(event.target));
