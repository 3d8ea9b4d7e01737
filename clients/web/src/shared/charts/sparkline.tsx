/** A trend the height of a line of text, with its reference range as a band; the numbers stand beside it, this only shows the way. */
import styles from './sparkline.module.css';

interface SparklineProps {
  /** Oldest first. */
  readonly values: readonly number[];
  readonly range?: readonly [low: number, high: number];
  readonly label: string;
}

const width = 72;
const height = 20;

export function Sparkline({ values, range, label }: SparklineProps) {
  if (values.length < 2) return null;
  const all = [...values, ...(range ?? [])];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const y = (value: number) => height - 2 - ((value - low) / (high - low || 1)) * (height - 4);
  const x = (index: number) => 2 + (index / (values.length - 1)) * (width - 4);
  const points = values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`);
  const last = values.length - 1;
  return (
    <svg
      role="img"
      aria-label={label}
      className={styles['line']}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      {range && (
        <rect className={styles['range']} x={0} width={width} y={y(range[1])} height={y(range[0]) - y(range[1])} />
      )}
      <polyline points={points.join(' ')} />
      <circle cx={x(last)} cy={y(values[last] ?? low)} r={2} />
    </svg>
  );
}
