"use strict";
document.querySelectorAll("form.filters").forEach(function (form) {
  var section = document.getElementById(form.getAttribute("aria-controls"));
  var rows = Array.from(section.querySelectorAll("tbody[data-row]"));
  var output = form.querySelector("output");
  function holds(row) {
    return Array.from(form.querySelectorAll("select")).every(function (select) {
      var own = row.getAttribute("data-" + select.name);
      return !select.value || (own !== null && own.split(" ").indexOf(select.value) >= 0);
    });
  }
  function apply() {
    var shown = 0;
    rows.forEach(function (row) {
      row.hidden = !holds(row);
      if (!row.hidden) { shown += 1; }
    });
    section.querySelectorAll("section").forEach(function (group) {
      var own = Array.from(group.querySelectorAll("tbody[data-row]"));
      group.hidden = own.length > 0 && own.every(function (row) { return row.hidden; });
    });
    output.textContent = output.dataset.template.replace("#", shown).replace("#", rows.length);
  }
  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { window.setTimeout(apply, 0); });
  apply();
});
