// Lets the parts of a list be put in another order: by dragging their grip, or by the arrow keys on it. Calls back once a part has moved.
window.arrange = function (list, part, moved) {
  'use strict';
  function parts() { return Array.prototype.slice.call(list.querySelectorAll(part)); }
  function step(one, by) {
    var all = parts();
    var to = all.indexOf(one) + by;
    if (to < 0 || to >= all.length) return;
    one.parentNode.insertBefore(one, by < 0 ? all[to] : all[to].nextSibling);
    moved(one);
  }
  list.addEventListener('keydown', function (event) {
    var grip = event.target.closest('[data-grip]');
    var by = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key];
    if (!grip || !by) return;
    event.preventDefault();
    event.stopPropagation();
    step(grip.closest(part), by);
    grip.focus();
  });
  // By pointer, so that fingers can drag as well as mice.
  list.addEventListener('pointerdown', function (event) {
    var grip = event.target.closest('[data-grip]');
    if (!grip || event.button !== 0) return;
    var one = grip.closest(part);
    var before = parts();
    event.preventDefault();
    grip.focus();
    grip.setPointerCapture(event.pointerId);
    one.classList.add('dragged');
    function drag(at) {
      var under = document.elementFromPoint(at.clientX, at.clientY);
      var over = under && under.closest(part);
      if (!over || over === one || !list.contains(over)) return;
      var box = over.getBoundingClientRect();
      var wide = box.width > list.clientWidth * 0.8;
      var late = wide ? at.clientY > box.top + box.height / 2 : at.clientX > box.left + box.width / 2;
      var target = late ? over.nextSibling : over;
      if (target !== one && target !== one.nextSibling) {
        one.parentNode.insertBefore(one, target);
        // Moving an element in the page lets go of the pointer.
        grip.setPointerCapture(at.pointerId);
      }
    }
    function drop() {
      grip.removeEventListener('pointermove', drag);
      grip.removeEventListener('pointerup', drop);
      grip.removeEventListener('pointercancel', drop);
      one.classList.remove('dragged');
      if (parts().some(function (now, at) { return now !== before[at]; })) moved(one);
    }
    grip.addEventListener('pointermove', drag);
    grip.addEventListener('pointerup', drop);
    grip.addEventListener('pointercancel', drop);
  });
  return { step: step };
};
