// The blocks of the Overview are moved by dragging their grip, by the arrow keys on it, or by their menu. The order is kept at once.
(function () {
  'use strict';
  var grid = document.querySelector('[data-overview]');
  if (!grid) return;
  var said = document.getElementById('overview-said');
  function cells() { return Array.prototype.slice.call(grid.querySelectorAll('[data-block]')); }
  function code(cell) { return cell.getAttribute('data-block'); }
  function order() { return cells().map(code).join(' '); }
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
  function step(cell, by) {
    var all = cells();
    var to = all.indexOf(cell) + by;
    if (to < 0 || to >= all.length) return;
    grid.insertBefore(cell, by < 0 ? all[to] : all[to].nextSibling);
    moved(cell);
  }
  grid.addEventListener('keydown', function (event) {
    var grip = event.target.closest('[data-grip]');
    var by = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key];
    if (!grip || !by) return;
    event.preventDefault();
    event.stopPropagation();
    step(grip.closest('[data-block]'), by);
    grip.focus();
  });
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
  // By pointer, so that fingers can drag as well as mice.
  grid.addEventListener('pointerdown', function (event) {
    var grip = event.target.closest('[data-grip]');
    if (!grip || event.button !== 0) return;
    var cell = grip.closest('[data-block]');
    var before = order();
    event.preventDefault();
    grip.focus();
    grip.setPointerCapture(event.pointerId);
    cell.classList.add('dragged');
    function drag(at) {
      var under = document.elementFromPoint(at.clientX, at.clientY);
      var over = under && under.closest('[data-block]');
      if (!over || over === cell || !grid.contains(over)) return;
      var box = over.getBoundingClientRect();
      var wide = box.width > grid.clientWidth * 0.8;
      var late = wide ? at.clientY > box.top + box.height / 2 : at.clientX > box.left + box.width / 2;
      var target = late ? over.nextSibling : over;
      if (target !== cell && target !== cell.nextSibling) {
        grid.insertBefore(cell, target);
        // Moving an element in the page lets go of the pointer.
        grip.setPointerCapture(at.pointerId);
      }
    }
    function drop() {
      grip.removeEventListener('pointermove', drag);
      grip.removeEventListener('pointerup', drop);
      grip.removeEventListener('pointercancel', drop);
      cell.classList.remove('dragged');
      if (order() !== before) moved(cell);
    }
    grip.addEventListener('pointermove', drag);
    grip.addEventListener('pointerup', drop);
    grip.addEventListener('pointercancel', drop);
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
