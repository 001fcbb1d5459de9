// Runs before the page is painted: the theme of the account, or of the device where the account says "auto".
(function () {
  'use strict';
  var root = document.documentElement;
  var dark = window.matchMedia('(prefers-color-scheme: dark)');
  function apply() {
    var wanted = root.getAttribute('data-theme') || 'auto';
    root.setAttribute('data-bs-theme', wanted === 'auto' ? (dark.matches ? 'dark' : 'light') : wanted);
    document.dispatchEvent(new CustomEvent('dunlin:theme'));
  }
  dark.addEventListener('change', apply);
  apply();
})();
