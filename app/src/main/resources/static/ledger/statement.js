/* The live total of the ticked lines of a statement; currencies are added up apart.
   Listens on the document, so that it works however the part of the page came. */
(function () {
  'use strict';
  if (window.dunlinStatement) { return; }
  window.dunlinStatement = true;

  function boxes() { return Array.from(document.querySelectorAll('#statement input[data-units]')); }

  /* Units are ten thousandths; BigInt, because twelve digits and four decimals are more than a double holds. */
  function written(units, language) {
    var minus = units < 0n, whole = minus ? -units : units;
    var cents = (whole + 50n) / 100n;
    var text = new Intl.NumberFormat(language).format(cents / 100n);
    var point = new Intl.NumberFormat(language, { minimumFractionDigits: 1 }).formatToParts(0.1).find(function (p) { return p.type === 'decimal'; });
    return (minus && cents > 0n ? '\u2212' : '') + text + (point ? point.value : '.') + String(cents % 100n).padStart(2, '0');
  }

  function show() {
    var bar = document.querySelector('[data-selection]'), part = document.getElementById('statement');
    if (!bar || !part) { return; }
    var ticked = boxes().filter(function (box) { return box.checked; }), sums = new Map();
    boxes().forEach(function (box) { box.closest('tr').classList.toggle('sel', box.checked); });
    ticked.forEach(function (box) {
      var currency = box.dataset.currency;
      sums.set(currency, (sums.get(currency) || 0n) + BigInt(box.dataset.units));
    });
    bar.hidden = ticked.length === 0;
    bar.querySelector('[data-count]').textContent = String(ticked.length);
    bar.querySelector('[data-sum]').textContent = Array.from(sums, function (sum) { return written(sum[1], part.dataset.language) + '\u00a0' + sum[0]; }).join(' · ');
    var all = document.querySelector('#statement [data-select-all]');
    if (all) { all.checked = ticked.length > 0 && ticked.length === boxes().length; all.indeterminate = ticked.length > 0 && !all.checked; }
  }

  document.addEventListener('change', function (event) {
    if (event.target.matches('#statement [data-select-all]')) { boxes().forEach(function (box) { box.checked = event.target.checked; }); }
    if (event.target.closest('#statement')) { show(); }
  });
  document.addEventListener('click', function (event) {
    if (event.target.closest('[data-selection] [data-clear]')) { boxes().forEach(function (box) { box.checked = false; }); show(); }
  });
  document.addEventListener('htmx:afterSettle', show);
  show();
})();
