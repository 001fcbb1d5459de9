// Rules are put in another order by dragging their grip, or by the arrow keys on it. The order is kept at once, and what would change is asked anew.
(function () {
  'use strict';
  var place = document.getElementById('rules');
  if (!place) return;
  function begin() {
    var table = place.querySelector('[data-rules]');
    if (!table || table.dataset.ready) return;
    table.dataset.ready = 'true';
    var said = document.getElementById('rules-said');
    function rows() { return Array.prototype.slice.call(table.querySelectorAll('[data-rule]')); }
    window.arrange(table, '[data-rule]', function (row) {
      var body = new URLSearchParams();
      rows().forEach(function (one, at) {
        body.append('rule', one.getAttribute('data-rule'));
        one.querySelector('[data-number]').textContent = at + 1;
      });
      body.append('_csrf', document.querySelector('meta[name=csrf]').content);
      var message = row.querySelector('b').textContent + ': ' + table.dataset.moved + ' ' + (rows().indexOf(row) + 1) + '/' + rows().length;
      fetch(table.dataset.path + '/order', { method: 'POST', body: body, redirect: 'manual' })
        .then(function (answer) { if (answer.status >= 400) throw new Error(String(answer.status)); said.textContent = message; })
        .then(function () { return window.htmx.ajax('GET', table.dataset.path + '/dry-run', { target: place, swap: 'innerHTML' }); })
        .then(function () {
          begin();
          var grip = place.querySelector('[data-rule="' + row.getAttribute('data-rule') + '"] [data-grip]');
          if (grip) grip.focus();
        })
        .catch(function () { said.textContent = table.dataset.failed; said.className = 'notice bad mt'; });
    });
  }
  begin();
  document.body.addEventListener('htmx:afterSettle', begin);
})();
