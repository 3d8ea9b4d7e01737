/** How the chart of a trend is drawn; what lies outside the range differs by shape as well as by hue. */
import { fontFamily } from '../theme/antd-theme.ts';
import type { Palette } from '../theme/palette.ts';
import { date } from '../time/format-time.ts';
import { markOf } from './mark-of.ts';
import type { Result } from './results.ts';
import { unitInWords } from './unit-in-words.ts';

export function trendOptions({ points, range, unit }: Result, palette: Palette) {
  const { hues, quiet, line, surface, text } = palette;
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
      // Both ends of the range can be seen, so that one sees how far away a value is.
      min: (extent: { min: number }) => floor(Math.min(extent.min, range?.low ?? extent.min)),
      max: (extent: { max: number }) => ceil(Math.max(extent.max, range?.high ?? extent.max)),
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

function floor(value: number): number {
  return Math.floor(value * 0.96 * 10) / 10;
}

function ceil(value: number): number {
  return Math.ceil(value * 1.04 * 10) / 10;
}
