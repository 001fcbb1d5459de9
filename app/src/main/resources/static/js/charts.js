// Draws <div class="chart" data-chart='{json}'> with ECharts in the colours of the theme. Tooltips are rich text: HTML ones
// would need inline styles, which the Content-Security-Policy forbids.
(function () {
  'use strict';
  var language = document.documentElement.lang;
  var drawn = new Map();
  function token(name) { return getComputedStyle(document.body).getPropertyValue('--' + name).trim(); }
  function full(value) { return value == null ? '–' : new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value).replace('-', '\u2212'); }
  function short(value) { return new Intl.NumberFormat(language, { notation: 'compact' }).format(value).replace('-', '\u2212'); }
  function text(size, color, weight) { return { fontFamily: token('font'), fontSize: size, color: token(color), fontWeight: weight || 400 }; }
  function colour(tone, index) {
    if (tone === 'age') return token('age-' + Math.min(index, 5));
    if (tone.indexOf('flag-') === 0) return token(tone);
    return token({ accent: 'accent-fill', soft: 'accent-soft', bad: 'age-3', warn: 'warn-fill', good: 'good-fill', grey: 'age-0', ink: 'ink-2' }[tone] || 'accent-fill');
  }
  function unit(name) { return name ? '\u00a0' + name : ''; }
  function axes(chart) {
    var own = chart.series.filter(function (one) { return one.unit; })[0];
    var left = { type: 'value', splitNumber: 3, axisLabel: Object.assign(text(11, 'ink-3'), { formatter: short }), splitLine: { lineStyle: { color: token('line-soft') } } };
    if (!own) return left;
    return [left, { type: 'value', splitNumber: 3, min: function (range) { return Math.min(0, range.min); }, splitLine: { show: false },
      axisLabel: Object.assign(text(11, 'ink-3'), { formatter: function (value) { return full(value) + unit(own.unit); } }) }];
  }
  function series(chart) {
    return chart.series.map(function (one, place) {
      var line = chart.kind === 'LINE' || one.line;
      var last = chart.series.slice(place + 1).every(function (other) { return other.line; });
      return {
        name: one.name, type: line ? 'line' : 'bar', stack: !line && chart.kind === 'STACKED_BAR' ? 'all' : undefined, barMaxWidth: 64,
        yAxisIndex: one.unit ? 1 : 0, z: line ? 3 : 2, connectNulls: false,
        // A line of one point would be nothing to see.
        symbol: line && one.values.filter(function (value) { return value != null; }).length === 1 ? 'circle' : 'none', symbolSize: 7,
        tooltip: { valueFormatter: function (value) { return full(value) + unit(one.unit || chart.unit); } },
        barWidth: chart.categories.length > 8 ? '58%' : '62%', lineStyle: { color: colour(one.tone, place), width: 2 },
        data: one.values.map(function (value, index) {
          return { value: value, itemStyle: { color: colour(one.tone === 'age' && value < 0 ? 'good' : one.tone, index), borderRadius: !line && (last || chart.kind === 'BAR') ? [3, 3, 0, 0] : 0 } };
        }),
        labelLayout: { hideOverlap: true },
        label: Object.assign({ show: chart.kind === 'BAR' && chart.series.length === 1 && chart.categories.length < 10, position: 'top',
          formatter: function (point) { return short(point.value); } }, text(11, 'ink-2', 550))
      };
    });
  }
  // A handful of short labels finds room in the narrowest block.
  function few(chart) { return chart.categories.length < 9 && chart.categories.every(function (label) { return label.length < 9; }); }
  function option(chart) {
    return {
      animation: false, aria: { enabled: true }, textStyle: text(11, 'ink-3'),
      grid: { left: 4, right: 8, top: 24, bottom: 2, containLabel: true },
      tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: token('paper'), borderColor: token('line-strong'), borderWidth: 1,
        padding: [8, 10], textStyle: text(12, 'ink') },
      xAxis: { type: 'category', data: chart.categories, axisTick: { show: false }, axisLine: { lineStyle: { color: token('line-strong') } }, axisLabel: Object.assign(text(11, 'ink-3'), { margin: 8, hideOverlap: !few(chart), interval: few(chart) ? 0 : 'auto' }) },
      yAxis: axes(chart),
      series: series(chart)
    };
  }
  function draw(element) {
    var chart = JSON.parse(element.getAttribute('data-chart'));
    var canvas = drawn.get(element) || echarts.init(element, null, { renderer: 'canvas' });
    drawn.set(element, canvas);
    canvas.setOption(option(chart), true);
  }
  function drawAll(root) { (root || document).querySelectorAll('[data-chart]').forEach(draw); }
  document.addEventListener('DOMContentLoaded', function () { drawAll(); });
  document.addEventListener('htmx:afterSwap', function (event) { drawAll(event.target); });
  document.addEventListener('dunlin:theme', function () { drawn.forEach(function (canvas, element) { draw(element); }); });
  window.addEventListener('resize', function () { drawn.forEach(function (canvas) { canvas.resize(); }); });
})();
