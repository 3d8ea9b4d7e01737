/** One of a few, all in sight: the browser's own radio buttons, so that arrows choose. */
import field from '../../../shared/controls/field.module.css';
import styles from './one-of.module.css';

interface OneOfProps<Value extends string> {
  readonly id: string;
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly more?: string }[];
  readonly onChoose: (value: Value) => void;
}

export function OneOf<Value extends string>({ id, label, value, options, onChoose }: OneOfProps<Value>) {
  return (
    <fieldset className={styles['set']}>
      <legend className={field['name']}>{label}</legend>
      <div className={styles['options']}>
        {options.map((option) => (
          <label key={option.value} className={styles['option']}>
            <input
              type="radio"
              name={id}
              {...(option.value === value && { id })}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            <span>
              {option.label}
              {option.more !== undefined && <span className={styles['more']}> {option.more}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
