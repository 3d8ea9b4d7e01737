/** How the chart of a trend is drawn; what lies outside the range differs by shape as well as by hue. */
import { fontFamily } from '../theme/antd-theme.ts';
import type { Palette } from '../theme/palette.ts';
import { date } from '../time/format-time.ts';
import { markOf } from './mark-of.ts';
import type { Result } from './results.ts';
import { unitInWords } from './unit-in-words.ts';

export function trendOptions({ points, range, unit }: Result, palette: Palette) {
  const { hues, quiet, line, surface, text } = palette;
  const [min, max] = extent(points, range);
  const data = points.map(({ at, value }) => {
    const outside = markOf(value, range) !== '';
    return {
      value: [at, value],
      symbol: outside ? 'diamond' : 'circle',
      symbolSize: outside ? 12 : 7,
      itemStyle: { color: outside ? hues.danger.text : hues.brand.text },
    };
  });
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: { top: 28, bottom: 4, left: 4, right: 16, containLabel: true },
    tooltip: {
      trigger: 'axis',
      backgroundColor: surface,
      borderColor: line,
      textStyle: { color: text },
      valueFormatter: (value: unknown) => `${String(value)} ${unitInWords(unit)}`,
    },
    xAxis: {
      type: 'time',
      axisLabel: { color: quiet, formatter: (at: number) => date(at).slice(0, 7), hideOverlap: true },
      axisLine: { lineStyle: { color: line } },
    },
    yAxis: {
      type: 'value',
      name: unitInWords(unit),
      nameTextStyle: { color: quiet, align: 'left' },
      scale: true,
      min,
      max,
      axisLabel: { color: quiet },
      splitLine: { lineStyle: { color: line } },
    },
    series: [
      {
        type: 'line',
        data,
        lineStyle: { color: hues.brand.text, width: 2 },
        markArea: range && {
          silent: true,
          itemStyle: { color: hues.success.fill, opacity: 0.7 },
          data: [[{ yAxis: range.low ?? -1e9 }, { yAxis: range.high ?? 1e9 }]],
        },
      },
    ],
  };
}

/** The values with both ends of the range, so that one sees how far away a value is, out to round numbers. */
function extent(points: Result['points'], range: Result['range']): readonly [number, number] {
  const all = [...points.map(({ value }) => value), range?.low, range?.high].filter((value) => value !== undefined);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const step = 10 ** Math.floor(Math.log10(most - least || 1));
  return [Math.floor(least / step) * step, Math.ceil(most / step) * step];
}
