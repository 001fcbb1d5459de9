// Behaviour of every page: menus close, quick keys, rows by keyboard, the token of htmx requests.
(function () {
  'use strict';
  var csrf = document.querySelector('meta[name=csrf]');
  document.addEventListener('htmx:configRequest', function (event) {
    if (csrf) event.detail.headers['X-XSRF-TOKEN'] = csrf.content;
  });
  // A refusal is shown in place; a lost session needs the whole page.
  document.addEventListener('htmx:beforeSwap', function (event) {
    var status = event.detail.xhr.status;
    if (status === 422) { event.detail.shouldSwap = true; event.detail.isError = false; }
    if (status === 401) { event.detail.shouldSwap = false; window.location.reload(); }
  });
  // What went wrong with a part of the page is said at its top, in the words of the answer. Blocks of the Overview say it themselves.
  function say(title, text) {
    var main = document.getElementById('main');
    var line = document.createElement('div');
    line.className = 'page flash-line';
    line.innerHTML = '<div class="notice bad" role="alert"><div class="grow"><b></b> <span></span></div></div>';
    line.querySelector('b').textContent = title;
    line.querySelector('span').textContent = text;
    main.querySelectorAll('[data-failure-said]').forEach(function (old) { old.remove(); });
    line.setAttribute('data-failure-said', '');
    main.insertBefore(line, main.firstChild);
    line.scrollIntoView({ block: 'nearest' });
  }
  document.addEventListener('htmx:responseError', function (event) {
    if (event.target.closest('[data-overview]') || event.detail.xhr.status === 401) return;
    var answer = new DOMParser().parseFromString(event.detail.xhr.responseText, 'text/html');
    var title = answer.querySelector('h1'), text = answer.querySelector('.lead-line');
    say(title ? title.textContent : document.body.dataset.failed, text ? text.textContent : '');
  });
  document.addEventListener('htmx:sendError', function (event) {
    if (!event.target.closest('[data-overview]')) say(document.body.dataset.failed, '');
  });
  document.addEventListener('click', function (event) {
    document.querySelectorAll('details.menu[open]').forEach(function (menu) {
      if (!menu.contains(event.target)) menu.removeAttribute('open');
    });
  });
  // An open menu stays within the window, whatever it holds and wherever it opens.
  function place(menu) {
    var body = menu.querySelector(':scope > .menu-body');
    if (!menu.open || !body) return;
    body.style.translate = '';
    var edge = body.getBoundingClientRect(), room = document.documentElement.clientWidth - 8;
    var shift = Math.max(Math.min(0, room - edge.right), 8 - edge.left);
    if (edge.right > room || edge.left < 8) body.style.translate = Math.round(shift) + 'px';
  }
  document.addEventListener('toggle', function (event) {
    if (event.target.matches('details.menu')) place(event.target);
  }, true);
  document.addEventListener('htmx:afterSettle', function (event) {
    var menu = event.target.closest('details.menu');
    if (menu) place(menu);
  });
  function rows() { return Array.prototype.slice.call(document.querySelectorAll('table.t[data-rows] tbody tr:not(.grp)')); }
  function current() { return document.querySelector('tr[data-current]'); }
  function move(step) {
    var all = rows();
    if (!all.length) return;
    var at = all.indexOf(current());
    if (at >= 0) all[at].removeAttribute('data-current');
    var next = all[Math.max(0, Math.min(all.length - 1, at + step))];
    next.setAttribute('data-current', '');
    next.setAttribute('tabindex', '-1');
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  }
  var help = document.getElementById('keys');
  function closeMenus() {
    var open = document.querySelectorAll('details.menu[open]');
    open.forEach(function (menu) {
      if (menu.contains(document.activeElement)) menu.querySelector('summary').focus({ preventScroll: true });
      menu.removeAttribute('open');
    });
    return open.length > 0;
  }
  document.addEventListener('keydown', function (event) {
    // An open dialog has its own keys.
    if (document.querySelector('dialog[open]')) return;
    if (event.key === 'Escape' && !closeMenus()) document.dispatchEvent(new CustomEvent('dunlin:clear'));
    var isTick = event.target.matches('input[type=checkbox]');
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && !isTick) return;
    // Links, buttons and boxes answer these two themselves.
    var own = event.target.closest('a, button, summary, input');
    var row = current();
    if (event.key === 'j' || event.key === 'ArrowDown' && row) { move(1); event.preventDefault(); }
    if (event.key === 'k' || event.key === 'ArrowUp' && row) { move(-1); event.preventDefault(); }
    if (row && (event.key === 'x' || event.key === ' ' && !own)) {
      row.dispatchEvent(new CustomEvent('dunlin:tick', { bubbles: true }));
      event.preventDefault();
    }
    if (event.key === 'Enter' && row && !own) {
      var link = row.querySelector('a[href]');
      if (link) link.click();
    }
    if (event.key === 'f') {
      var search = document.querySelector('.table-tools input[type=search]');
      if (search) { search.focus(); event.preventDefault(); }
    }
    if (event.key === '?' && help) { help.showModal(); event.preventDefault(); }
  });
  document.addEventListener('click', function (event) {
    if (help && event.target.closest('[data-keys-open]')) { closeMenus(); help.showModal(); }
    if (event.target === help || event.target.closest('[data-keys-close]')) help.close();
  });
  // The order of the ticked columns is that of their lines.
  document.addEventListener('click', function (event) {
    var button = event.target.closest('[data-columns] [data-move]');
    if (!button) return;
    var line = button.closest('li');
    if (button.dataset.move === '-1' && line.previousElementSibling) line.parentNode.insertBefore(line, line.previousElementSibling);
    if (button.dataset.move === '1' && line.nextElementSibling) line.parentNode.insertBefore(line.nextElementSibling, line);
    button.focus();
  });
  // The table with other columns comes with a new menu: whoever used the keyboard goes on there.
  document.addEventListener('htmx:afterSettle', function (event) {
    var asked = event.detail.requestConfig && event.detail.requestConfig.elt;
    var summary = asked && asked.closest('.columns-menu') && document.querySelector('.columns-menu > summary');
    if (summary) summary.focus({ preventScroll: true });
  });
  // What cannot be taken back is asked about, in the words of the button.
  document.addEventListener('submit', function (event) {
    var question = event.target.getAttribute('data-confirm');
    if (question && !window.confirm(question)) event.preventDefault();
  });
})();
