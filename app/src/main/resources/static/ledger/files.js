// How much of a file has been sent. Without this script the browser shows it in its own way.
(function () {
  'use strict';
  document.addEventListener('htmx:xhr:progress', function (event) {
    var form = event.target.closest('form.file-form');
    var bar = form && form.querySelector('progress');
    if (bar && event.detail.lengthComputable) {
      bar.hidden = false;
      bar.max = event.detail.total;
      bar.value = event.detail.loaded;
    }
  });
})();
