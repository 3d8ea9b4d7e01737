/** The whole course of one value: large, with its range as a band, and the numbers for those who do not see it. */
import { LineChart } from 'echarts/charts';
import { GridComponent, MarkAreaComponent, TooltipComponent } from 'echarts/components';
import { use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useCallback } from 'react';
import { useChart } from '../charts/use-chart.ts';
import type { Palette } from '../theme/palette.ts';
import styles from './results.module.css';
import type { Result } from './results.ts';
import { trendOptions } from './trend-options.ts';
import { TrendTable } from './trend-table.tsx';

register([LineChart, GridComponent, MarkAreaComponent, TooltipComponent, CanvasRenderer]);

export function Trend({ result }: { result: Result }) {
  const place = useChart(useCallback((palette: Palette) => trendOptions(result, palette), [result]));
  return (
    <figure className={styles['trend']}>
      <div ref={place} aria-hidden className={styles['chart']} />
      <TrendTable result={result} />
    </figure>
  );
}
