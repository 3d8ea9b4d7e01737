/** Finding experts, and being one. */
import { found } from '@huizhen/platform/access/allow';
import type { Connection } from '@huizhen/platform/subgraph/connection';
import { RequiresRole, RequiresScope } from '@huizhen/platform/subgraph/declared-access';
import { Arg, Args, Ctx, Directive, ID, Mutation, Query, Resolver } from 'type-graphql';
import { setPresence } from '../actions/set-presence.ts';
import { expertProfiles } from '../queries/expert-profiles.ts';
import { listExperts } from '../queries/list-experts.ts';
import { matchExperts } from '../queries/match-experts.ts';
import type { ExpertsContext } from '../store/experts.store.ts';
import { ExpertMatchType } from './expert-match.type.ts';
import { ExpertProfileType } from './expert-profile.type.ts';
import { ExpertsArgs, MatchExpertsInput } from './expert.inputs.ts';
import { expertById } from './expert.loader.ts';
import { ExpertConnection, ExpertType, expertType } from './expert.type.ts';
import { readExpert } from './read-expert.ts';

@Resolver(() => ExpertType)
export class ExpertResolver {
  @Query(() => ExpertType, { nullable: true, description: 'One expert, or null.' })
  @RequiresScope('experts:read')
  expert(
    @Ctx() context: ExpertsContext,
    @Arg('id', () => ID, { description: 'The expert.' }) id: string,
  ): Promise<ExpertType | null> {
    return readExpert(context, id);
  }

  @Query(() => ExpertConnection, { description: 'Experts, by department and presence.' })
  @RequiresScope('experts:read')
  async experts(
    @Ctx() context: ExpertsContext,
    @Args(() => ExpertsArgs) list: ExpertsArgs,
  ): Promise<Connection<ExpertType>> {
    const { nodes, edges, ...page } = await listExperts(context, list);
    const now = context.clock.now();
    return {
      ...page,
      nodes: nodes.map((node) => expertType(node, now)),
      edges: edges.map(({ node, cursor }) => ({ node: expertType(node, now), cursor })),
    };
  }

  @Query(() => [ExpertMatchType], { description: 'Who should answer, best first, every point explained.' })
  @RequiresScope('experts:read')
  async matchExperts(
    @Ctx() context: ExpertsContext,
    @Arg('input', () => MatchExpertsInput, { description: 'Who is wanted.' }) input: MatchExpertsInput,
  ): Promise<ExpertMatchType[]> {
    const matches = await matchExperts(context, input);
    const known = await Promise.all(matches.map(({ expertId }) => readExpert(context, expertId)));
    return matches.flatMap((match, at) => {
      const expert = known[at];
      return expert ? [{ ...match, expert }] : [];
    });
  }

  @Mutation(() => ExpertType, { description: 'Say that one is present, or not. For experts, about themselves.' })
  @RequiresRole('EXPERT')
  async setPresence(
    @Ctx() context: ExpertsContext,
    @Arg('online', () => Boolean, { description: 'Present now.' }) online: boolean,
  ): Promise<ExpertType> {
    const id = await setPresence(context, online);
    return expertType(found(await expertById(context).load(id), 'expert.read', id), context.clock.now());
  }

  @Query(() => [ExpertProfileType], {
    description: 'Facts for other subgraphs’ rules; unknown ids are left out. Between services only.',
  })
  @Directive('@inaccessible')
  expertProfiles(
    @Ctx() context: ExpertsContext,
    @Arg('ids', () => [ID], { description: 'Experts.' }) ids: string[],
  ): Promise<ExpertProfileType[]> {
    return expertProfiles(context, ids);
  }
}
