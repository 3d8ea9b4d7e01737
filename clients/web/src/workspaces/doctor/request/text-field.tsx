/** A plain field for many words: it grows with them, and dictation and paste work as anywhere. */
import field from '../../../shared/controls/field.module.css';

interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly rows: number;
  readonly most: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function TextField({ id, label, hint, rows, most, value, onChange }: TextFieldProps) {
  return (
    <div className={field['field']}>
      <label htmlFor={id} className={field['name']}>
        {label}
      </label>
      <textarea
        id={id}
        className={field['text']}
        rows={rows}
        style={{ minHeight: `${rows * 1.6 + 1}em` }}
        maxLength={most}
        aria-describedby={`${id}-hint`}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      <span id={`${id}-hint`} className={field['more']}>
        {hint}
      </span>
    </div>
  );
}
