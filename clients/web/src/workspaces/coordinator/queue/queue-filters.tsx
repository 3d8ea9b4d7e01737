/** Institution, specialty, urgency and a search over what a row shows; ⌘K or Ctrl-K goes to the search. */
import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../shared/controls/choice.tsx';
import styles from './queue-bar.module.css';
import { type FilterName, type QueueFilter, filterNames } from './queue-filter.ts';

interface QueueFiltersProps {
  readonly filter: QueueFilter;
  readonly choices: Readonly<Record<'institution' | 'specialty', readonly string[]>>;
  readonly onFilter: (name: FilterName, value: string) => void;
  readonly onSearch: (text: string) => void;
}

const urgencies = ['CRITICAL', 'URGENT', 'ROUTINE'];

export function QueueFilters({ filter, choices, onFilter, onSearch }: QueueFiltersProps) {
  const { t } = useTranslation('coordinator');
  const search = useRef<InputRef>(null);
  useSearchKey(() => search.current?.focus({ cursor: 'all' }));
  const optionsOf = (name: FilterName) =>
    name === 'urgency'
      ? urgencies.map((value) => ({ value, label: t(`shared:urgency.${value}`) }))
      : choices[name].map((value) => ({ value, label: value }));
  return (
    <search className={styles['filters']}>
      {filterNames.map((name) => (
        <span key={name} className={styles['filter']}>
          <Choice
            label={t(`filter.${name}`)}
            options={[{ value: '', label: t(`filter.${name}`) }, ...optionsOf(name)]}
            value={filter[name]}
            onChoose={(value) => onFilter(name, value)}
          />
        </span>
      ))}
      <Input
        ref={search}
        allowClear
        className={styles['search'] ?? ''}
        prefix={<SearchOutlined aria-hidden />}
        suffix={
          <kbd aria-hidden className={styles['key']}>
            ⌘K
          </kbd>
        }
        aria-label={t('filter.search')}
        placeholder={t('filter.search')}
        value={filter.search}
        onChange={(event) => onSearch(event.target.value)}
      />
    </search>
  );
}

function useSearchKey(focus: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}
