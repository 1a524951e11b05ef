import { readFile } from 'node:fs/promises';
import { Option, type Command } from 'commander';
import { matchAnswer, type MatchAnswer, type MatchedOffer } from '../../../shared/contract/match-answer.ts';
import { problem } from '../../../shared/contract/problem.ts';
import { regionInUse } from '../../../shared/use-cases/region-in-use.ts';
import { buildApi } from '../build-api.ts';
import { EXIT, onSystem, type CommandContext, type ExitCode } from './command-context.ts';

type Options = { readonly explain?: 'shown' | 'all'; readonly levers?: boolean; readonly json?: boolean };

function matchLines({ offer, verdict, text }: MatchedOffer): readonly string[] {
  return [
    `${verdict}: ${offer.title} (${offer.provider.name}) ${offer.id}`,
    `    ${text.summary}`,
    ...text.reasons.map((reason) => `      ${reason}`),
  ];
}

function answerLines(answer: MatchAnswer): readonly string[] {
  const { matches, text, region, next } = answer;
  return [
    `${region.name}, ${region.today}${region.pinned ? ' (pinned)' : ''}${answer.sampleData ? ', contains sample data' : ''}`,
    ...text.counts,
    ...text.assumptions,
    ...(text.nextQuestion === undefined ? [] : [text.nextQuestion]),
    ...matches.flatMap(matchLines),
    ...text.excluded,
    ...text.levers,
    ...text.path,
    ...(next === undefined ? [] : ['There are more; --json gives the cursor.']),
  ];
}

/** The request in a file with the options of the command set in it; `undefined` when the file holds no JSON object. */
function requestOf(text: string, { explain, levers }: Options): string | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined;
    return JSON.stringify({ ...parsed, ...(explain && { explain }), ...(levers && { levers }) });
  } catch {
    return undefined;
  }
}

async function say(context: CommandContext, response: Response, json: boolean): Promise<ExitCode> {
  const body: unknown = await response.json();
  if (response.ok) {
    if (json) context.say(JSON.stringify(body, undefined, 2));
    else answerLines(matchAnswer.parse(body)).forEach(context.say);
    return EXIT.done;
  }
  const { title, detail, errors = [] } = problem.parse(body);
  context.complain(`${title}. ${detail}`);
  for (const { pointer, code, detail: cure } of errors)
    context.complain(`  ${pointer || '(whole)'} ${code}: ${cure}`);
  return EXIT.failed;
}

/** `match <situation.json>`. */
export function addMatchCommand(program: Command, context: CommandContext): void {
  program
    .command('match')
    .description('match a situation from a file, as POST /v1/matches does')
    .argument('<file>', 'JSON file with the body of the request')
    .addOption(new Option('--explain <what>', 'which candidates to give').choices(['shown', 'all']))
    .option('--levers', 'also say which single change opens most offers')
    .option('--json', 'print the answer of the API')
    .action(async (file: string, options: Options) => {
      const text = await readFile(file, 'utf8').catch(() => undefined);
      const body = text === undefined ? undefined : requestOf(text, options);
      if (body === undefined) {
        context.complain(
          `${file} cannot be read as a JSON object: name a file such as test/journeys/situations/*.json.`,
        );
        context.finish(EXIT.wrongUse);
        return;
      }
      await onSystem(context, async ({ region, store }) => {
        const { app } = buildApi({
          ...context,
          inUse: regionInUse(region),
          stores: store.storesFor('request'),
        });
        const headers = { 'content-type': 'application/json' };
        const response = await app.request('/v1/matches', { method: 'POST', headers, body });
        return say(context, response, options.json === true);
      });
    });
}
