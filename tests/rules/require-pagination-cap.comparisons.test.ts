/** Which comparisons keep a size small, whichever way round they are written. */
import { rule, tester } from '#kit';
import { listing, PRISMA, uncapped } from './pagination.kit.js';

const taking = (statements: string, preamble = '') => listing(preamble + PRISMA, `${statements}\n  res.json(await prisma.user.findMany({ take }));`);
const marked = (statements: string, preamble = '') => listing(preamble + PRISMA, `${statements}\n  res.json(await prisma.user.findMany({ take: «take» }));`);
const WANTED = 'const wanted = Number(req.query.limit);\n  ';
const TAKE = 'let take = Number(req.query.limit);\n  ';

tester.run('require-pagination-cap: comparisons', rule('require-pagination-cap'), {
  valid: [
    { name: 'one allowed size', code: taking(`${WANTED}const take = wanted === 50 ? wanted : 20;`) },
    { name: 'one allowed size on the left', code: taking(`${WANTED}const take = 50 === wanted ? wanted : 20;`) },
    { name: 'a limit on the left that must not be less', code: taking(`${WANTED}const take = 100 >= wanted ? wanted : 100;`) },
    { name: 'a limit on the left that must be more', code: taking(`${WANTED}const take = 101 > wanted ? wanted : 100;`) },
    { name: 'a limit on the left that must not be reached', code: taking(`${WANTED}if (101 <= wanted) return res.sendStatus(400);\n  const take = wanted;`) },
    { name: 'a limit that is not reached', code: taking(`${WANTED}if (wanted >= 101) return res.sendStatus(400);\n  const take = wanted;`) },
    { name: 'a size below the limit', code: taking(`${WANTED}const take = wanted < 101 ? wanted : 100;`) },
    { name: 'the raw text, parsed in the comparison', code: taking('const take = parseInt(req.query.limit, 10) > 100 ? 100 : parseInt(req.query.limit, 10);') },
    { name: 'the raw text, made a number by a sign', code: taking('const { limit } = req.query;\n  const take = +limit > 100 ? 100 : +limit;') },
    { name: 'out of range on either side, put right', code: taking(`${TAKE}if (take < 1 || take > 100) take = 20;`) },
    { name: 'in range, or else put right', code: taking(`${TAKE}let note = '';\n  if (take > 0 && take <= 100) note = 'as asked'; else take = 20;`) },
    { name: 'too large for one reason among others, put right', code: taking(`${TAKE}if (Number.isNaN(take) || take > 100) {\n    take = 20;\n  }`) },
    { name: 'a limit that another name holds', code: taking(`${TAKE}if (take > MOST) take = MOST;`, 'const MOST = 100;\n') },
    { name: 'one of a list that a name holds', code: taking(`${WANTED}const take = SIZES.includes(wanted) ? wanted : 20;`, 'const SIZES = [10, 50];\n') },
  ],
  invalid: [
    uncapped({ name: 'any size but one', code: marked(`${WANTED}const take = wanted !== 50 ? wanted : 20;`) }),
    uncapped({ name: 'any size but one, the one on the left', code: marked(`${WANTED}const take = 50 !== wanted ? wanted : 20;`) }),
    uncapped({ name: 'a lower limit on the left', code: marked(`${WANTED}const take = 1 <= wanted ? wanted : 20;`) }),
    uncapped({ name: 'what is above the limit', code: marked(`${WANTED}const take = 100 < wanted ? wanted : 20;`) }),
    uncapped({ name: 'another number parsed in the comparison', code: marked('const { limit, page } = req.query;\n  const take = parseInt(page, 10) > 100 ? 100 : Number(limit);') }),
    uncapped({ name: 'either of two, one of which says nothing', code: marked(`${WANTED}const take = wanted <= 100 || req.query.all ? wanted : 20;`) }),
    uncapped({ name: 'not both of two, so that one may hold', code: marked(`${WANTED}const take = wanted > 100 && req.query.strict ? 20 : wanted;`) }),
    uncapped({ name: 'put right only where another thing holds too', code: marked(`${TAKE}if (take > 100 && req.query.strict === 'yes') console.warn(take); else take = Number(req.query.limit);`) }),
    uncapped({ name: 'not one of a list', code: marked(`${WANTED}const take = SIZES.includes(wanted) ? 20 : wanted;`, 'const SIZES = [10, 50];\n') }),
    uncapped({ name: 'the given text, which something else compares', code: marked(`${WANTED}const take = isLarge(wanted) ? wanted : 20;`, 'const isLarge = (n) => n > 100;\n') }),
    uncapped({ name: 'a function that another function gives', code: marked('const take = reader(10)(req.query.limit);', 'const reader = (base) => (text) => parseInt(text, base);\n') }),
    uncapped({ name: 'a size read in a callback of the handler', code: listing(PRISMA, "const lists = await Promise.all(['admin', 'guest'].map((role) => prisma.user.findMany({ where: { role }, take: «Number(req.query.limit)» })));\n  res.json(lists);") }),
  ],
});
