// What a questionnaire can do beyond being printed: keep answers while they are given, tell what is
// unanswered, and save all answers as one row of CSV. Nothing leaves the reader's machine.
(function () {
  "use strict";

  function stored(key) {
    try { return JSON.parse(localStorage.getItem(key)) || {}; } catch (_) { return {}; }
  }
  function store(key, answers) {
    try { localStorage.setItem(key, JSON.stringify(answers)); } catch (_) { /* Private windows forget. */ }
  }
  function forget(key) {
    try { localStorage.removeItem(key); } catch (_) { /* There is nothing to forget. */ }
  }
  function fill(words, values) {
    return words.replace(/\{(\w+)\}/g, function (all, name) { return name in values ? values[name] : all; });
  }
  function random() {
    var bytes = crypto.getRandomValues(new Uint8Array(5));
    return "R" + Array.from(bytes, function (byte) { return (byte % 36).toString(36); }).join("").toUpperCase();
  }
  function today() {
    var now = new Date();
    var two = function (number) { return (number < 10 ? "0" : "") + number; };
    return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  }
  // A cell that begins with one of these would be a formula in a spreadsheet.
  function cell(value) {
    var text = String(value).replace(/[\r\n]+/g, " ").trim().replace(/^[=+\-@\t]+/, "");
    return /[",;\t]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }

  function start(form) {
    var key = "casebook-questionnaire:" + location.pathname.split("/").pop() + ":" + form.id;
    var header = JSON.parse(form.dataset.header);
    var actions = form.querySelector(".actions");
    var progress = actions.querySelector(".progress");
    var gaps = actions.querySelector(".gaps");
    var done = actions.querySelector(".done");
    var sum = form.querySelector(".shares .sum");
    var shares = Array.from(form.querySelectorAll("[data-share]"));
    actions.hidden = false;
    if (sum) sum.hidden = false;

    function value(name) {
      var field = form.elements.namedItem(name);
      return field ? field.value || "" : "";
    }
    function answers() {
      var all = {};
      header.forEach(function (name) { if (value(name) !== "") all[name] = value(name); });
      return all;
    }
    // Every set of radio buttons by name, with the question that it belongs to.
    function sets() {
      var found = new Map();
      form.querySelectorAll("input[type=radio]").forEach(function (input) {
        if (!found.has(input.name)) found.set(input.name, input.closest("fieldset"));
      });
      return found;
    }
    function update() {
      var all = sets(), answered = 0;
      all.forEach(function (_, name) { if (value(name) !== "") answered += 1; });
      progress.textContent = fill(form.dataset.progress, { n: answered, total: all.size });
      if (sum) {
        var points = shares.reduce(function (points, field) { return points + (Number(field.value) || 0); }, 0);
        sum.textContent = fill(form.dataset.points, { n: points });
      }
    }
    function begin() {
      if (!value("respondent")) form.elements.namedItem("respondent").value = random();
      if (!value("date")) form.elements.namedItem("date").value = today();
      update();
    }
    function save() {
      var row = header.map(function (name) { return cell(value(name)); });
      var text = header.map(cell).join(",") + "\r\n" + row.join(",") + "\r\n";
      var name = (form.id + "-" + cell(value("respondent"))).replace(/[^\p{L}\p{N}._-]+/gu, "-") + ".csv";
      var link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob(["\ufeff" + text], { type: "text/csv;charset=utf-8" }));
      link.download = name;
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
      gaps.hidden = true;
      done.textContent = fill(form.dataset.saved, { file: name });
    }
    function tell() {
      var open = new Map();
      sets().forEach(function (fieldset, name) { if (value(name) === "") open.set(fieldset, true); });
      var list = gaps.querySelector("ul");
      list.replaceChildren.apply(list, Array.from(open.keys(), function (fieldset) {
        var entry = document.createElement("li"), link = document.createElement("a");
        link.href = "#" + encodeURIComponent(fieldset.id);
        link.textContent = fieldset.querySelector("legend").textContent.trim();
        link.addEventListener("click", function (event) {
          event.preventDefault();
          var first = Array.from(fieldset.querySelectorAll("input")).find(function (input) { return value(input.name) === ""; });
          (first || fieldset).focus();
          fieldset.scrollIntoView({ block: "center" });
        });
        entry.append(link);
        return entry;
      }));
      gaps.hidden = open.size === 0;
      return open.size > 0;
    }

    var kept = stored(key);
    Object.keys(kept).forEach(function (name) {
      var field = form.elements.namedItem(name);
      if (field) field.value = kept[name];
    });
    begin();
    form.addEventListener("input", function () {
      store(key, answers());
      done.textContent = "";
      if (!gaps.hidden) tell();
      update();
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.querySelector(".save").addEventListener("click", function () {
      done.textContent = "";
      if (tell()) gaps.focus(); else save();
    });
    form.querySelector(".anyway").addEventListener("click", save);
    form.querySelector(".restart").addEventListener("click", function () {
      if (!confirm(form.dataset.confirm)) return;
      var choice = form.querySelector("select");
      var chosen = choice ? choice.value : "";
      form.reset();
      forget(key);
      // The next respondent stands in the same branch.
      if (choice) choice.value = chosen;
      gaps.hidden = true;
      done.textContent = "";
      begin();
      form.scrollIntoView();
    });
  }

  document.querySelectorAll("form.questionnaire").forEach(start);
})();
