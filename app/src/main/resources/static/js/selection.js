// Ticked rows of a table, over its pages: what is ticked is kept here, by the table's id, and sent by the form of its bar.
(function () {
  'use strict';
  // all: every row of the filter is ticked but those in keys; else those in keys are. keys: key -> its sums.
  var chosen = {};
  function root() { return document.querySelector('[data-selectable]'); }
  function stateOf(part) {
    var state = chosen[part.id];
    if (!state) state = chosen[part.id] = { all: false, keys: new Map(), filter: '', of: 0, totals: '' };
    return state;
  }
  function rows(part) { return Array.prototype.slice.call(part.querySelectorAll('tr[data-key]')); }
  function tick(row) { return row.querySelector('input[data-tick]'); }
  // What the list is narrowed to: another order, page or choice of columns leaves the rows the same.
  function filter() {
    var query = new URLSearchParams(window.location.search);
    ['sort', 'dir', 'page', 'columns'].forEach(function (name) { query.delete(name); });
    Array.from(query.keys()).forEach(function (name) { if (!query.get(name)) query.delete(name); });
    query.sort();
    return query.toString();
  }
  function isTicked(state, key) { return state.all !== state.keys.has(key); }
  function count(part, state) { return state.all ? Math.max(0, Number(part.dataset.rowCount) - state.keys.size) : state.keys.size; }

  // Ten thousandths in BigInt: twelve digits and four decimals are more than a double holds.
  function add(sums, text, sign) {
    text.split('\n').forEach(function (line) {
      var parts = line.split('\t');
      if (parts.length < 2) return;
      var name = parts[1] + '\t' + (parts[2] || '');
      sums.set(name, (sums.get(name) || 0n) + sign * BigInt(parts[0]));
    });
  }
  function written(units) {
    var language = document.documentElement.lang;
    var minus = units < 0n, whole = minus ? -units : units;
    var cents = (whole + 50n) / 100n;
    var point = new Intl.NumberFormat(language, { minimumFractionDigits: 1 }).formatToParts(0.1).find(function (part) { return part.type === 'decimal'; });
    return (minus && cents > 0n ? '\u2212' : '') + new Intl.NumberFormat(language).format(cents / 100n) + (point ? point.value : '.') + String(cents % 100n).padStart(2, '0');
  }
  function sumsOf(part, state) {
    var sums = new Map();
    if (state.all) add(sums, part.dataset.totals || '', 1n);
    state.keys.forEach(function (text) { add(sums, text, state.all ? -1n : 1n); });
    return Array.from(sums, function (sum) {
      var name = sum[0].split('\t');
      return (name[1] ? name[1] + ' ' : '') + written(sum[1]) + (name[0] ? '\u00a0' + name[0] : '');
    }).join(' · ');
  }
  function show() {
    var part = root();
    if (!part) return;
    var state = stateOf(part), bar = part.querySelector('[data-selection]');
    // "All of them" was said of another filter.
    if (state.all && state.filter !== filter()) { state.all = false; state.keys.clear(); }
    var here = rows(part), ticked = 0, number = count(part, state), isAll = number > 0 && number === Number(part.dataset.rowCount);
    here.forEach(function (row) {
      var on = isTicked(state, row.dataset.key);
      tick(row).checked = on;
      row.classList.toggle('sel', on);
      if (on) ticked++;
    });
    var page = part.querySelector('[data-tick-page]');
    if (page) { page.checked = ticked > 0 && ticked === here.length; page.indeterminate = ticked > 0 && !page.checked; }
    if (!bar) return;
    bar.hidden = number === 0;
    document.body.classList.toggle('has-selection', number > 0);
    bar.querySelector('[data-count]').textContent = new Intl.NumberFormat(document.documentElement.lang).format(number);
    bar.querySelector('[data-sum]').textContent = sumsOf(part, state);
    var more = bar.querySelector('[data-tick-all]');
    if (more) more.hidden = isAll || Number(part.dataset.rowCount) <= here.length;
    bar.elements.all.value = state.all ? '1' : '';
    bar.elements.keys.value = Array.from(state.keys.keys()).join('\n');
    bar.elements.query.value = window.location.search;
  }
  function set(state, row, on) {
    if (on === state.all) state.keys.delete(row.dataset.key);
    else state.keys.set(row.dataset.key, row.dataset.sums || '');
  }
  function clear() {
    var part = root();
    if (!part) return;
    chosen[part.id] = undefined;
    show();
  }

  document.addEventListener('change', function (event) {
    var part = event.target.closest('[data-selectable]');
    if (!part) return;
    if (event.target.matches('[data-tick]')) set(stateOf(part), event.target.closest('tr'), event.target.checked);
    else if (event.target.matches('[data-tick-page]')) rows(part).forEach(function (row) { set(stateOf(part), row, event.target.checked); });
    else return;
    show();
  });
  document.addEventListener('click', function (event) {
    var part = event.target.closest('[data-selectable]');
    if (part && event.target.closest('[data-tick-all]')) { chosen[part.id] = { all: true, keys: new Map(), filter: filter() }; show(); }
    if (part && event.target.closest('[data-clear]')) clear();
    var closer = event.target.closest('[data-dialog-close]');
    if (closer || event.target.matches('dialog.sheet')) (closer || event.target).closest('dialog').close();
  });
  // The keys of the page: see page.js.
  document.addEventListener('dunlin:tick', function (event) {
    if (event.target.dataset.key && tick(event.target)) tick(event.target).click();
  });
  document.addEventListener('dunlin:clear', clear);
  document.addEventListener('htmx:afterSwap', function (event) {
    if (event.target.matches && event.target.matches('dialog.sheet') && !event.target.open) event.target.showModal();
  });
  document.addEventListener('htmx:afterSettle', show);
  // Also when the browser brings the page back with its boxes as they were.
  window.addEventListener('pageshow', show);
  show();
})();
