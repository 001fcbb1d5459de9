// Whether a file may be sent, and how much of it has been. Without this script the browser shows it in its own way.
(function () {
  'use strict';
  // Said before anything is sent; the server refuses it anyway.
  document.addEventListener('change', function (event) {
    var input = event.target;
    if (!input.matches('input[data-largest]')) return;
    var isTooLarge = input.files.length && input.files[0].size > input.dataset.largest * 1048576;
    input.setCustomValidity(isTooLarge ? input.dataset.tooLarge : '');
    input.reportValidity();
  });
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
