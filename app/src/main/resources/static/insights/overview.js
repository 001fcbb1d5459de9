// The blocks of the Overview are moved by dragging their grip, by the arrow keys on it, or by their menu. The order is kept at once.
(function () {
  'use strict';
  var grid = document.querySelector('[data-overview]');
  if (!grid) return;
  var said = document.getElementById('overview-said');
  function cells() { return Array.prototype.slice.call(grid.querySelectorAll('[data-block]')); }
  function code(cell) { return cell.getAttribute('data-block'); }
  function place(classes) {
    cells().forEach(function (cell) { if (classes[code(cell)]) cell.className = 'cell ' + classes[code(cell)]; });
    window.dispatchEvent(new Event('resize'));
  }
  function keep(message) {
    var body = new URLSearchParams();
    cells().forEach(function (cell) { body.append('block', code(cell)); });
    // Without any block the parameter is there and empty.
    if (!body.has('block')) body.append('block', '');
    body.append('_csrf', document.querySelector('meta[name=csrf]').content);
    fetch('/overview/arrangement', { method: 'POST', body: body })
      .then(function (answer) { if (!answer.ok) throw new Error(String(answer.status)); return answer.json(); })
      .then(function (classes) { place(classes); said.textContent = message; })
      .catch(function () { said.textContent = grid.dataset.failed; said.className = 'notice bad mt'; });
  }
  function title(cell) { return cell.querySelector('h2').textContent; }
  function moved(cell) { keep(title(cell) + ': ' + grid.dataset.moved + ' ' + (cells().indexOf(cell) + 1) + '/' + cells().length); }
  var step = window.arrange(grid, '[data-block]', moved).step;
  grid.addEventListener('submit', function (event) {
    if (!event.target.matches('[data-steps]') || !event.submitter) return;
    event.preventDefault();
    var cell = event.target.closest('[data-block]');
    event.target.closest('details').open = false;
    if (event.submitter.value === 'hide') {
      var name = title(cell);
      cell.remove();
      keep(name);
    } else {
      step(cell, event.submitter.value === 'up' ? -1 : 1);
      cell.scrollIntoView({ block: 'nearest' });
      cell.querySelector('summary').focus();
    }
  });
  function failed(event) {
    var cell = event.target.closest('[data-block]');
    var failure = cell && cell.querySelector('[data-failure]');
    if (!failure) return;
    cell.querySelector('[data-skeleton]').hidden = true;
    failure.hidden = false;
    failure.closest('section').removeAttribute('aria-busy');
  }
  grid.addEventListener('htmx:responseError', failed);
  grid.addEventListener('htmx:sendError', failed);
})();
