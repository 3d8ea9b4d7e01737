/** One's bills with what they are for, newest first; drafts are estimates. */
import { useCallback } from 'react';
import { useQuery } from 'urql';
import { type Problem, problemIn } from '../../../graph/problem.ts';
import { MyBillsDocument, type MyBillsQuery } from './bills.graphql.ts';

type Billed = MyBillsQuery['consultations']['nodes'][number];
export type Invoice = NonNullable<Billed['invoice']>;
export type Bill = Omit<Billed, 'invoice'> & { readonly invoice: Invoice };

export interface MyBills {
  readonly bills: readonly Bill[] | null;
  readonly problem: Problem | null;
  readAgain(): void;
}

export function useMyBills(): MyBills {
  const [{ data, error }, execute] = useQuery({ query: MyBillsDocument, requestPolicy: 'cache-and-network' });
  const readAgain = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  const bills = data?.consultations.nodes.flatMap(({ invoice, ...rest }) => (invoice ? [{ ...rest, invoice }] : []));
  const problem = problemIn(error);
  // An answer that lacks an invoice because billing is away would otherwise look like no bill.
  const told = bills && !(problem && bills.length === 0) ? bills : null;
  return { bills: told, problem, readAgain };
}
