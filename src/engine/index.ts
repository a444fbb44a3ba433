/** The public vocabulary: all that a rule may use. */
export { type Category, createRule, type Edit, type PluginRule, type Problem, type RuleDocs } from './rule/createRule.js';
export type { File } from './rule/file.js';
export type { BackendPatternsSettings, DatabaseClientSetting, LoggerSetting } from './rule/settings.js';
export { controllerAround, describeLeak, describeLoop, describeReach, describeRemedy, injectedClients, leaks, overridingCalls, passwordFaults, queries, queryLists, reachingCalls, repetition, sizesFromRequest } from './rule/questions.js';
export { uncaughtPromises } from './rule/rejections.js';
export { logFaults } from './rule/logs.js';
export { describeAnswer, doubleAnswers, linesOf, nameOfAnswer, returnEdit } from './rule/answers.js';
export { swallowedErrors } from './rule/swallowed.js';
export type { Query } from './facts/queries.js';
export type { Node } from './syntax/ast.js';
