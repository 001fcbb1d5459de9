// The quick search: Ctrl K or / opens it, arrows choose, Enter opens what is chosen.
(function () {
  'use strict';
  var dialog = document.getElementById('quick-search');
  if (!dialog) return;
  var field = document.getElementById('quick-search-q');
  var answer = document.getElementById('quick-search-answer');
  // Enter was pressed before the answer to what was typed had come.
  var waiting = false;
  function hits() { return Array.prototype.slice.call(answer.querySelectorAll('[role=option]')); }
  function chosen() { return answer.querySelector('[aria-selected=true]'); }
  function choose(hit) {
    var before = chosen();
    if (before) before.setAttribute('aria-selected', 'false');
    field.setAttribute('aria-expanded', String(Boolean(hit)));
    if (!hit) { field.removeAttribute('aria-activedescendant'); return; }
    hit.setAttribute('aria-selected', 'true');
    field.setAttribute('aria-activedescendant', hit.id);
    hit.scrollIntoView({ block: 'nearest' });
  }
  function move(step) {
    var all = hits();
    if (all.length) choose(all[(all.indexOf(chosen()) + step + all.length) % all.length]);
  }
  function isAnswered() {
    var part = answer.querySelector('[data-answers]');
    return Boolean(part) && part.dataset.answers === field.value.trim();
  }
  function go() {
    var hit = chosen();
    if (hit) window.location.assign(hit.href);
  }
  function open() {
    if (!dialog.open) dialog.showModal();
    field.focus();
    field.select();
  }
  if (/Mac|iPhone|iPad/.test(navigator.platform)) {
    document.querySelectorAll('[data-search-open] kbd').forEach(function (key) { key.textContent = '\u2318 K'; });
  }
  document.addEventListener('keydown', function (event) {
    var isK = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k';
    var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) || event.target.isContentEditable;
    var isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !typing;
    if (!isK && !isSlash || document.querySelector('dialog[open]:not(#quick-search)')) return;
    event.preventDefault();
    open();
  });
  document.addEventListener('click', function (event) {
    var opener = event.target.closest('[data-search-open]');
    if (opener && !event.ctrlKey && !event.metaKey && !event.shiftKey) { event.preventDefault(); open(); }
    if (event.target === dialog || event.target.closest('[data-search-close]')) dialog.close();
  });
  dialog.addEventListener('keydown', function (event) {
    // The page has quick keys of its own.
    event.stopPropagation();
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') { event.preventDefault(); field.select(); }
    if (event.key === 'ArrowDown') { event.preventDefault(); move(1); }
    if (event.key === 'ArrowUp') { event.preventDefault(); move(-1); }
  });
  field.addEventListener('input', function () { waiting = false; });
  field.form.addEventListener('submit', function (event) {
    event.preventDefault();
    if (isAnswered()) go(); else waiting = field.value.trim() !== '';
  });
  answer.addEventListener('htmx:afterSwap', function () {
    answer.scrollTop = 0;
    choose(hits()[0]);
    if (waiting && isAnswered()) { waiting = false; go(); }
  });
  dialog.addEventListener('close', function () { waiting = false; });
})();
