// The search of the site: a dialog that looks through the words of every page in this page's
// language. What it searches is a script of its own, loaded when somebody first asks for it, so
// that it works from a folder as well as from a server. Characters are compared after NFKC and
// case folding: exact in Chinese, where there are no spaces to split at.
(function () {
  "use strict";
  var opener = document.querySelector("button.search");
  var dialog = document.querySelector("dialog.search");
  if (!opener || !dialog || !dialog.showModal) return;
  var box = dialog.querySelector("input");
  var list = dialog.querySelector("ol");
  var status = dialog.querySelector("[role=status]");
  var words = dialog.dataset;
  var root = opener.dataset.root;
  var SHOWN = 30, AROUND = 40;
  var pages = null, asked = false;
  opener.hidden = false;

  function fold(text) {
    return text.normalize("NFKC").toLowerCase();
  }
  function prepare(page) {
    return {
      path: page[0], title: page[1], lead: page[2], folded: fold(page[1]), foldedLead: fold(page[2]),
      parts: page[3].map(function (part) {
        return { id: part[0], heading: part[1], text: part[2], foldedHeading: fold(part[1]), folded: fold(part[2]) };
      })
    };
  }
  function load() {
    if (asked) return;
    asked = true;
    var script = document.createElement("script");
    script.src = root + opener.dataset.source;
    script.onload = function () {
      pages = (window.casebookSearch || []).map(prepare);
      search();
    };
    script.onerror = function () { asked = false; status.textContent = words.failed; };
    document.head.append(script);
  }

  // How well a page answers, or nothing where one of the terms is nowhere on it. A term counts
  // where it weighs most: in the title, in a heading, in the text; the title itself above all.
  function rate(page, terms) {
    var score = 0, best = null, most = 0;
    var per = page.parts.map(function () { return 0; });
    for (var term of terms) {
      var weight = 0;
      if (page.folded.includes(term)) weight = page.folded === term ? 200 : page.folded.startsWith(term) ? 80 : 60;
      if (!weight && page.foldedLead.includes(term)) weight = 20;
      page.parts.forEach(function (part, at) {
        var here = (part.foldedHeading.includes(term) ? 15 : 0) + (part.folded.includes(term) ? 5 : 0);
        per[at] += here;
        if (here > weight) weight = here;
      });
      if (!weight) return null;
      score += weight;
    }
    // Whoever names a page wants to see it from its top.
    if (!terms.every(function (term) { return page.folded.includes(term); })) per.forEach(function (points, at) {
      if (points > most) { most = points; best = page.parts[at]; }
    });
    return { page: page, part: best, score: score + Math.min(most, 20) / 100 };
  }

  // Where each character of the folded text comes from.
  function origins(text) {
    var at = [], offset = 0;
    for (var character of text) {
      var length = fold(character).length;
      for (var i = 0; i < length; i++) at.push(offset);
      offset += character.length;
    }
    at.push(offset);
    return at;
  }
  // `text` with the terms marked; long text is cut to the surroundings of the first.
  function marked(text, terms, cut) {
    var folded = fold(text), from = origins(text), spans = [];
    // Marks that combine across characters would move what follows: then nothing is marked.
    if (from.length !== folded.length + 1) return [text.slice(0, cut || text.length)];
    terms.forEach(function (term) {
      for (var at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) {
        spans.push([from[at], Math.max(from[at + term.length], from[at] + 1)]);
      }
    });
    spans.sort(function (a, b) { return a[0] - b[0]; });
    var start = 0, end = text.length, out = [];
    if (cut) {
      var first = spans.length ? spans[0][0] : 0;
      start = Math.max(0, first - AROUND);
      // Not from within a word, where words are parted by spaces.
      var space = start ? text.indexOf(" ", start) : -1;
      if (space >= 0 && space < start + 15 && space < first) start = space + 1;
      end = Math.min(text.length, start + cut);
    }
    if (start > 0) out.push("…");
    var done = start;
    spans.forEach(function (span) {
      if (span[0] < done || span[1] > end) return;
      out.push(text.slice(done, span[0]));
      var mark = document.createElement("mark");
      mark.textContent = text.slice(span[0], span[1]);
      out.push(mark);
      done = span[1];
    });
    out.push(text.slice(done, end));
    if (end < text.length) out.push("…");
    return out;
  }

  function entry(hit, terms) {
    var item = document.createElement("li"), link = document.createElement("a");
    var title = document.createElement("strong"), below = document.createElement("span");
    var part = hit.part;
    link.href = root + hit.page.path + (part ? "#" + encodeURIComponent(part.id) : "");
    title.append.apply(title, marked(hit.page.title, terms));
    if (part && part.heading) {
      title.append(" › ");
      title.append.apply(title, marked(part.heading, terms));
    }
    var text = part && terms.some(function (term) { return part.folded.includes(term); }) ? part.text : hit.page.lead;
    below.append.apply(below, marked(text, terms, 160));
    link.append(title, below);
    item.append(link);
    return item;
  }

  function search() {
    if (!pages) return;
    var terms = fold(box.value).split(/\s+/).filter(Boolean);
    list.replaceChildren();
    if (!terms.length) { status.textContent = words.help; return; }
    var hits = [];
    pages.forEach(function (page) {
      var hit = rate(page, terms);
      if (hit) hits.push(hit);
    });
    hits.sort(function (a, b) { return b.score - a.score; });
    hits.slice(0, SHOWN).forEach(function (hit) { list.append(entry(hit, terms)); });
    status.textContent = hits.length ? words.found.replace("{n}", hits.length) : words.nothing;
  }

  function open() {
    if (dialog.open) return;
    load();
    dialog.showModal();
    box.select();
    search();
  }
  function typing(target) {
    return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  }
  opener.addEventListener("click", open);
  box.addEventListener("input", search);
  dialog.querySelector("button").addEventListener("click", function () { dialog.close(); });
  dialog.addEventListener("click", function (event) { if (event.target === dialog) dialog.close(); });
  addEventListener("keydown", function (event) {
    var asksBySlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target);
    var asksByK = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    if (asksBySlash || asksByK) {
      event.preventDefault();
      open();
    }
  });
  // Arrows walk through the box and the results; Enter in the box takes the first.
  dialog.addEventListener("keydown", function (event) {
    var links = Array.from(list.querySelectorAll("a"));
    var at = links.indexOf(document.activeElement);
    if (event.isComposing) return;
    // A search box would first empty itself.
    if (event.key === "Escape") {
      event.preventDefault();
      dialog.close();
      return;
    }
    if (event.key === "Enter" && document.activeElement === box && links.length) {
      event.preventDefault();
      links[0].click();
    } else if (event.key === "ArrowDown" && at + 1 < links.length) {
      event.preventDefault();
      links[at + 1].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      event.preventDefault();
      (at ? links[at - 1] : box).focus();
    }
  });
  // A result on this very page changes only the fragment: the dialog must make way.
  list.addEventListener("click", function (event) { if (event.target.closest("a")) dialog.close(); });
})();
