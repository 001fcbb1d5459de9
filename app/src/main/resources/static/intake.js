// A file can be dropped on the upload page; without this script it is chosen with the button.
const zone = document.querySelector('.drop-file');
const input = document.getElementById('file');
if (zone && input) {
  for (const name of ['dragover', 'dragleave', 'drop']) {
    zone.addEventListener(name, (event) => {
      event.preventDefault();
      zone.classList.toggle('over', name === 'dragover');
    });
  }
  zone.addEventListener('drop', (event) => {
    if (event.dataTransfer.files.length > 0) {
      input.files = event.dataTransfer.files;
    }
  });
}
