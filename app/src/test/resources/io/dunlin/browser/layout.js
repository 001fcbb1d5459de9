// What a reader cannot read on this page: too wide, cut off, standing out, broken numbers, one text upon another.
() => {
  'use strict';
  const CONTAINERS = 'td, th, dt, dd, li, .tile, .block, .notice, .chip, .flag, .btn, .page, .menu-body, .topbar, .rail, .cust-head';
  const AMOUNT = /(?<!\w)[−-]?\d{1,3}(?:[,.\u202f\u00a0]\d{3})+(?:[.,]\d+)?(?!\w)/g;
  const found = new Map();
  const name = (element) => element.tagName.toLowerCase() + (element.id ? '#' + element.id : '')
    + (typeof element.className === 'string' && element.className.trim() ? '.' + element.className.trim().replace(/\s+/g, '.') : '');
  const tell = (what, element, text) => {
    const key = what + ' ' + (element.parentElement ? name(element.parentElement) + ' > ' : '') + name(element);
    if (!found.has(key)) found.set(key, key + ' "' + text.trim().slice(0, 40) + '"');
  };

  const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';
  const scrolls = (overflow) => overflow === 'auto' || overflow === 'scroll';
  const isTold = (element, text) => {
    const named = element.closest('[title]');
    return named !== null && named.title.includes(text.trim().replace(/[“”]/g, ''));
  };
  const isReachable = (element) => element.tabIndex >= 0 || element.querySelector('a, button, input, select, summary') !== null;

  const pieces = (root) => {
    const all = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.data.trim() || parent.closest('script, style, noscript, option, textarea, svg, .visually-hidden, .skip')) continue;
      if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      all.push({ node, parent });
    }
    return all;
  };

  // Cut off without a way to see it, or standing out of what it belongs to; what is left of each line in the end.
  const lines = ({ node, parent }) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const holder = parent.closest(CONTAINERS);
    const rects = [];
    for (const line of range.getClientRects()) {
      let box = { left: line.left, right: line.right, top: line.top, bottom: line.bottom };
      let layer = null, cut = false;
      for (let at = parent; at && at !== document.documentElement; at = at.parentElement) {
        const style = getComputedStyle(at), edge = at.getBoundingClientRect();
        if (!cut && layer === null && at === holder && (box.right > edge.right + 2 || box.left < edge.left - 2)) tell('stands out of', at, node.data);
        if (style.overflowX !== 'visible' && style.display !== 'inline') {
          if (box.right > edge.right + 2 || box.left < edge.left - 2) {
            cut = true;
            if (hides(style.overflowX) && !isTold(parent, node.data)) tell('cut off in', at, node.data);
            if (scrolls(style.overflowX) && !isReachable(at)) tell('scrolls without keyboard in', at, node.data);
          }
          if (hides(style.overflowY) && (box.bottom > edge.bottom + 4 || box.top < edge.top - 4)) {
            if (!isTold(parent, node.data)) tell('cut off below in', at, node.data);
          }
          box = { left: Math.max(box.left, edge.left), right: Math.min(box.right, edge.right),
            top: Math.max(box.top, edge.top), bottom: Math.min(box.bottom, edge.bottom) };
        }
        if (layer === null && style.position !== 'static' && style.position !== 'relative') layer = at;
        if (style.position === 'fixed') break;
      }
      if (box.right - box.left > 3 && box.bottom - box.top > 3) rects.push({ ...box, layer, parent, text: node.data });
    }
    return rects;
  };

  const broken = ({ node, parent }) => {
    for (const amount of node.data.matchAll(AMOUNT)) {
      const range = document.createRange();
      range.setStart(node, amount.index);
      range.setEnd(node, amount.index + amount[0].length);
      if (new Set([...range.getClientRects()].map((line) => Math.round(line.top / 6))).size > 1) tell('number broken in', parent, amount[0]);
    }
  };

  const overlapping = (rects) => {
    rects.sort((one, other) => one.top - other.top);
    rects.forEach((one, at) => {
      for (let next = at + 1; next < rects.length && rects[next].top < one.bottom; next++) {
        const other = rects[next];
        if (one.parent === other.parent || one.layer !== other.layer) continue;
        const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const height = Math.min(one.bottom, other.bottom) - other.top;
        const least = Math.min(one.bottom - one.top, other.bottom - other.top);
        if (width > 3 && height > least * 0.45) tell('lies upon "' + other.text.trim().slice(0, 20) + '":', one.parent, one.text);
      }
    });
  };

  const look = (root) => {
    const all = pieces(root);
    overlapping(all.flatMap(lines));
    all.forEach(broken);
  };

  const wide = document.documentElement.scrollWidth - window.innerWidth;
  if (wide > 0) {
    const widest = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1
      && !one.closest('.table-wrap, .tabs, .visually-hidden')).pop();
    tell('page too wide by ' + wide + ' px:', widest || document.body, '');
  }
  look(document.body);
  document.querySelectorAll('details:not([open])').forEach((details) => {
    if (!details.checkVisibility()) return;
    details.open = true;
    // The browser tells of it a moment later; the page places its menus then.
    details.dispatchEvent(new Event('toggle'));
    const card = details.querySelector('.menu-body, .popover-card');
    if (card) {
      const edge = card.getBoundingClientRect();
      if (edge.left < -1 || edge.right > window.innerWidth + 1) tell('opens out of the window:', card, card.textContent);
      look(card);
    } else {
      look(details);
    }
    details.open = false;
  });
  return [...found.values()];
}
