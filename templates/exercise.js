// Exercises that mark themselves. The page holds no answer: only slow hashes of the right responses,
// and remarks that a response itself opens. Who wants to can try every choice by a program; this is
// for practice. Responses are kept in the browser and sent nowhere.
(function () {
  "use strict";
  var ROUNDS = 2000;
  var K = [], H = [];
  // The constants of SHA-256: fractions of roots of the first primes.
  (function () {
    for (var n = 2; K.length < 64; n++) {
      var prime = true;
      for (var d = 2; d * d <= n; d++) if (n % d === 0) { prime = false; break; }
      if (!prime) continue;
      if (H.length < 8) H.push(Math.pow(n, 1 / 2) * 4294967296 | 0);
      K.push(Math.pow(n, 1 / 3) * 4294967296 | 0);
    }
  })();
  function sha256(bytes) {
    var length = bytes.length, size = (length + 72) >> 6 << 6, data = new Uint8Array(size), h = H.slice(), w = new Int32Array(64);
    data.set(bytes);
    data[length] = 128;
    new DataView(data.buffer).setUint32(size - 4, length * 8);
    var view = new DataView(data.buffer);
    for (var at = 0; at < size; at += 64) {
      var i, s = h.slice();
      for (i = 0; i < 16; i++) w[i] = view.getInt32(at + 4 * i);
      for (; i < 64; i++) {
        var x = w[i - 15], y = w[i - 2];
        var a = (x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ x >>> 3;
        var b = (y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ y >>> 10;
        w[i] = w[i - 16] + a + w[i - 7] + b | 0;
      }
      for (i = 0; i < 64; i++) {
        var e = s[4], c = s[0];
        var one = s[7] + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7)) + (e & s[5] ^ ~e & s[6]) + K[i] + w[i] | 0;
        var two = ((c >>> 2 | c << 30) ^ (c >>> 13 | c << 19) ^ (c >>> 22 | c << 10)) + (c & s[1] ^ c & s[2] ^ s[1] & s[2]) | 0;
        s = [one + two | 0, s[0], s[1], s[2], s[3] + one | 0, s[4], s[5], s[6]];
      }
      h = h.map(function (value, index) { return value + s[index] | 0; });
    }
    var out = new Uint8Array(32), target = new DataView(out.buffer);
    h.forEach(function (value, index) { target.setInt32(4 * index, value); });
    return out;
  }
  function hex(bytes) {
    return Array.from(bytes, function (byte) { return byte.toString(16).padStart(2, "0"); }).join("");
  }
  function digest(purpose, exercise, part, response) {
    var bytes = sha256(new TextEncoder().encode([purpose, exercise, part, response].join("\u001f")));
    for (var i = 0; i < ROUNDS; i++) bytes = sha256(bytes);
    return bytes;
  }
  function mark(exercise, part, response) {
    return hex(digest("answer", exercise, part, response).slice(0, 16));
  }
  function remark(exercise, part, response, sealed) {
    var key = digest("remark", exercise, part, response), out = new Uint8Array(sealed.length / 2), stream = [];
    for (var i = 0; i < out.length; i++) {
      if (i % 32 === 0) {
        var block = new Uint8Array(36);
        block.set(key);
        new DataView(block.buffer).setUint32(32, i / 32);
        stream = sha256(block);
      }
      out[i] = parseInt(sealed.substr(2 * i, 2), 16) ^ stream[i % 32];
    }
    return new TextDecoder().decode(out);
  }
  function kept() {
    try { return JSON.parse(localStorage.getItem("casebook-exercises")) || {}; } catch (_) { return {}; }
  }
  function keep(id, answers) {
    try {
      var all = kept();
      if (answers) all[id] = answers; else delete all[id];
      localStorage.setItem("casebook-exercises", JSON.stringify(all));
    } catch (_) { /* Private windows forget. */ }
  }
  function solved(id) {
    try {
      var all = JSON.parse(localStorage.getItem("casebook-read")) || {};
      all["exercise:" + id] = true;
      localStorage.setItem("casebook-read", JSON.stringify(all));
    } catch (_) { /* Private windows forget. */ }
  }
  // 1,234.5 or １２３４．５ or −3 % as 1234.5 and -3, to the decimals that are asked.
  function number(text, decimals) {
    var plain = text.normalize("NFKC").replace(/[\s%]/g, "").replace("−", "-");
    // Commas part thousands, and nothing else.
    if (/,/.test(plain) && !/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) return null;
    plain = plain.replace(/,/g, "");
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return null;
    // As decimal digits: half away from zero, like the reports.
    var negative = plain[0] === "-";
    var parts = plain.replace(/^[+-]/, "").split("."), digits = (parts[1] || "") + "0".repeat(decimals + 1);
    var scaled = BigInt((parts[0] || "0") + digits.slice(0, decimals)) + (digits[decimals] >= "5" ? 1n : 0n);
    var all = scaled.toString().padStart(decimals + 1, "0");
    var out = decimals ? all.slice(0, -decimals) + "." + all.slice(-decimals) : all;
    return (negative && scaled ? "-" : "") + out;
  }

  function start(form) {
    var id = form.dataset.exercise, result = form.querySelector(".result");
    var parts = Array.from(form.querySelectorAll("[data-part]"));
    function fields() { return Array.from(form.querySelectorAll("input, select, textarea")); }
    function remember() {
      keep(id, fields().map(function (field) { return field.type === "radio" || field.type === "checkbox" ? field.checked : field.value; }));
    }
    function chosen() {
      return Array.from(form.querySelectorAll("input[name=choice]:checked"));
    }
    function response(part) {
      if (part.tagName === "FIELDSET") return chosen().map(function (box) { return box.value; }).join(",");
      if (part.dataset.decimals) return number(part.value, Number(part.dataset.decimals));
      return part.value;
    }
    function say(text, tone) {
      result.textContent = text;
      result.className = "result " + tone;
    }
    function clear() {
      say("", "");
      form.querySelectorAll(".remark").forEach(function (node) { node.remove(); });
      parts.forEach(function (part) { part.removeAttribute("aria-invalid"); });
    }
    function check() {
      clear();
      var answers = parts.map(response);
      var unread = parts.some(function (part, at) { return part.dataset.decimals && part.value.trim() && answers[at] === null; });
      if (unread) return say(form.dataset.number, "bad");
      if (answers.every(function (answer) { return !answer; })) return say(form.dataset.empty, "bad");
      var right = 0;
      parts.forEach(function (part, at) {
        var ok = !!answers[at] && part.dataset.mark.split(" ").includes(mark(id, part.dataset.part, answers[at]));
        if (ok) right++; else if (part.tagName !== "FIELDSET") part.setAttribute("aria-invalid", "true");
      });
      chosen().forEach(function (box) {
        if (!box.dataset.remark) return;
        var note = document.createElement("small");
        note.className = "remark";
        note.textContent = remark(id, "choice", box.value, box.dataset.remark);
        box.parentElement.append(note);
      });
      parts.forEach(function (part, at) {
        if (!part.dataset.slips || !answers[at] || right === parts.length) return;
        var made = mark(id, "slip", answers[at]);
        part.dataset.slips.split(" ").forEach(function (slip) {
          var pair = slip.split(":");
          if (pair[0] !== made) return;
          var note = document.createElement("small");
          note.className = "remark";
          note.textContent = remark(id, "slip", answers[at], pair[1]);
          part.closest("p").append(note);
        });
      });
      if (right === parts.length) { solved(id); say("✓ " + form.dataset.right, "good"); }
      else if (parts.length > 1) say(form.dataset.partly.replace("{n}", right).replace("{total}", parts.length), "bad");
      else say("✗ " + form.dataset.wrong, "bad");
    }
    (kept()[id] || []).forEach(function (value, at) {
      var field = fields()[at];
      if (!field) return;
      if (typeof value === "boolean") field.checked = value; else field.value = value;
    });
    form.addEventListener("input", function () { clear(); remember(); });
    form.addEventListener("submit", function (event) { event.preventDefault(); if (parts.length) check(); });
    var actions = form.querySelector(".actions");
    if (!actions) return;
    actions.hidden = false;
    form.querySelector(".check").addEventListener("click", check);
    form.querySelector(".reset").addEventListener("click", function () { form.reset(); clear(); keep(id, null); });
  }
  document.querySelectorAll("form.exercise").forEach(start);
})();
