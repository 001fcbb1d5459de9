// Filters of a list or report apply as soon as they change; what is ticked in a menu when the menu closes, so that one opening is
// enough for several ticks.
(function () {
  'use strict';
  var PLACE = 'dunlin.filter';
  function formOf(part) { return part.closest('form[data-auto]'); }
  // Against what the page came with: what was ticked before this script heard of it counts too.
  function isChanged(form) {
    return Array.prototype.some.call(form.querySelectorAll('details[data-several] input'), function (box) { return box.checked !== box.defaultChecked; });
  }

  document.addEventListener('change', function (event) {
    var form = formOf(event.target);
    if (form && !event.target.closest('details[data-several]')) form.requestSubmit();
  });
  document.addEventListener('toggle', function (event) {
    var menu = event.target, form = menu.matches('details[data-several]') && formOf(menu);
    if (!form) return;
    // Where the next menu has been opened instead, all of them apply together.
    if (!menu.open && isChanged(form) && !form.querySelector('details[data-several][open]')) apply(form, menu);
  }, true);
  // A click beside an open menu applies what was ticked and does nothing else: where it leads nobody knows of the ticks.
  document.addEventListener('click', function (event) {
    var menu = document.querySelector('form[data-auto] details[data-several][open]');
    if (!menu || menu.contains(event.target) || !isChanged(formOf(menu))) return;
    if (formOf(menu).contains(event.target) && !event.target.closest('a')) return;
    event.preventDefault();
    event.stopPropagation();
    menu.removeAttribute('open');
  }, true);

  // The page that comes stands where this one stood, with the focus on the same filter.
  function remember(menu) {
    sessionStorage.setItem(PLACE, JSON.stringify({ path: window.location.pathname, filter: menu.dataset.several, top: window.scrollY }));
  }
  function apply(form, menu) { remember(menu); form.requestSubmit(); }
  document.addEventListener('submit', function (event) {
    var menu = event.target.matches('form[data-auto]') && event.submitter && event.submitter.closest('details[data-several]');
    if (menu) remember(menu);
  });
  function comeBack() {
    var place = JSON.parse(sessionStorage.getItem(PLACE) || 'null');
    sessionStorage.removeItem(PLACE);
    if (!place || place.path !== window.location.pathname) return;
    var menu = document.querySelector('details[data-several="' + CSS.escape(place.filter) + '"]');
    if (menu) menu.querySelector('summary').focus({ preventScroll: true });
    window.scrollTo(0, place.top);
  }
  comeBack();
})();
