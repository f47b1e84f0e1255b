// <x-pick>: a table or list of checkboxes; [data-all] picks all, [data-count] tells how many, [data-some] shows while any is picked.
class Pick extends HTMLElement {
  connectedCallback() {
    this.addEventListener("change", ({ target }) => this.changed(target));
    this.show();
  }

  boxes() {
    return [...this.querySelectorAll("input[type=checkbox][name]:not([data-all])")];
  }

  changed(target) {
    if (target.matches("[data-all]")) for (const box of this.boxes()) box.checked = target.checked;
    this.show();
  }

  show() {
    const boxes = this.boxes();
    const picked = boxes.filter((box) => box.checked).length;
    const all = this.querySelector("[data-all]");
    if (all) Object.assign(all, { checked: picked > 0 && picked === boxes.length, indeterminate: picked > 0 && picked < boxes.length });
    for (const count of this.querySelectorAll("[data-count]")) count.textContent = picked;
    for (const bar of this.querySelectorAll("[data-some]")) bar.hidden = picked === 0;
  }
}
customElements.define("x-pick", Pick);
