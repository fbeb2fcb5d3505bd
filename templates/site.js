// What a page can do beyond being read: sort and filter tables, remember the colour scheme and which
// lessons were read, and
// open what a link or the printer asks for. Pages say the same without it.
(function () {
  "use strict";
  var root = document.documentElement;

  function remembered() {
    try { return localStorage.getItem("casebook-theme"); } catch (_) { return null; }
  }
  function remember(theme) {
    try { localStorage.setItem("casebook-theme", theme); } catch (_) { /* Private windows forget. */ }
  }
  var theme = remembered();
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;

  var toggle = document.querySelector("button.theme");
  if (toggle) {
    toggle.hidden = false;
    toggle.addEventListener("click", function () {
      var dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
      remember(root.dataset.theme);
    });
  }

  function reveal() {
    var id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch (_) { return; }
    var target = id && document.getElementById(id);
    if (!target) return;
    for (var at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    target.scrollIntoView();
  }
  addEventListener("hashchange", reveal);
  if (location.hash) reveal();

  // Which pages of the course the reader has marked as read.
  function marks() {
    try { return JSON.parse(localStorage.getItem("casebook-read")) || {}; } catch (_) { return {}; }
  }
  document.querySelectorAll(".outline [data-key]").forEach(function (entry) {
    if (!marks()[entry.dataset.key]) return;
    var done = document.createElement("span");
    done.className = "read";
    done.dataset.scriptOnly = "";
    done.textContent = "✓ " + entry.dataset.read;
    entry.append(done);
  });
  document.querySelectorAll("button.mark").forEach(function (button) {
    var mark = button.textContent;
    function show(read) {
      button.setAttribute("aria-pressed", read ? "true" : "false");
      button.textContent = read ? "✓ " + button.dataset.unmark : mark;
    }
    button.hidden = false;
    show(!!marks()[button.dataset.key]);
    button.addEventListener("click", function () {
      var all = marks(), key = button.dataset.key;
      if (all[key]) delete all[key]; else all[key] = true;
      try { localStorage.setItem("casebook-read", JSON.stringify(all)); } catch (_) { /* Private windows forget. */ }
      show(!!all[key]);
    });
  });

  var opened = [];
  addEventListener("beforeprint", function () {
    opened = Array.from(document.querySelectorAll("details:not([open])"));
    opened.forEach(function (details) { details.open = true; });
  });
  addEventListener("afterprint", function () {
    opened.forEach(function (details) { details.open = false; });
  });

  var collator = new Intl.Collator(root.lang.slice(0, 2) === "zh" ? "zh" : root.lang, { numeric: true });
  function key(row, column) {
    var cell = row.cells[column];
    return cell ? cell.dataset.sort || cell.textContent.trim() : "";
  }
  function number(text) {
    return text === "" ? NaN : Number(text.replace(/[,\s%]/g, "").replace("−", "-"));
  }
  // Figures by value, words by the language's order, and what is no figure last either way.
  function compare(a, b, numeric, sign) {
    if (!numeric) return sign * collator.compare(a, b);
    var x = number(a), y = number(b);
    if (isNaN(x) || isNaN(y)) return isNaN(x) - isNaN(y);
    return sign * (x - y);
  }
  function sort(table, head, column) {
    var descending = head.getAttribute("aria-sort") === "ascending";
    var numeric = table.classList.contains("n" + (column + 1)) ||
      Array.from(table.tBodies[0].rows).every(function (row) { return !isNaN(number(key(row, column))); });
    Array.from(table.tBodies).forEach(function (body) {
      var rows = Array.from(body.rows).filter(function (row) { return !row.className; });
      var rest = Array.from(body.rows).filter(function (row) { return row.className === "total"; });
      rows.sort(function (a, b) { return compare(key(a, column), key(b, column), numeric, descending ? -1 : 1); });
      body.append.apply(body, rows.concat(rest));
    });
    table.querySelectorAll("th[aria-sort]").forEach(function (other) { other.removeAttribute("aria-sort"); });
    head.setAttribute("aria-sort", descending ? "descending" : "ascending");
  }
  function filter(table) {
    var box = document.createElement("input");
    box.type = "search";
    box.className = "filter";
    box.placeholder = document.body.dataset.filter;
    box.setAttribute("aria-label", document.body.dataset.filter + ": " + table.caption.textContent);
    box.addEventListener("input", function () {
      var wanted = box.value.normalize("NFKC").toLowerCase().trim();
      Array.from(table.tBodies).forEach(function (body) {
        Array.from(body.rows).forEach(function (row) {
          row.hidden = !row.className && !row.textContent.normalize("NFKC").toLowerCase().includes(wanted);
        });
      });
    });
    table.parentElement.before(box);
  }
  document.querySelectorAll("table[data-sortable]").forEach(function (table) {
    Array.from(table.tHead.rows[0].cells).forEach(function (head, column) {
      if (head.tagName !== "TH") return;
      var button = document.createElement("button");
      button.type = "button";
      button.title = document.body.dataset.sort;
      button.append.apply(button, Array.from(head.childNodes));
      head.append(button);
      button.addEventListener("click", function () { sort(table, head, column); });
    });
    if (table.rows.length > 30) filter(table);
  });
})();
