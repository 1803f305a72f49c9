/** Rules that markdown-it exports, but its type package lacks. */
declare module 'markdown-it/lib/rules_block/blockquote.mjs' {
  const rule: import('markdown-it/lib/parser_block.mjs').RuleBlock;
  export default rule;
}
declare module 'markdown-it/lib/rules_block/list.mjs' {
  const rule: import('markdown-it/lib/parser_block.mjs').RuleBlock;
  export default rule;
}
declare module 'markdown-it/lib/rules_block/table.mjs' {
  const rule: import('markdown-it/lib/parser_block.mjs').RuleBlock;
  export default rule;
}
declare module 'markdown-it/lib/rules_block/reference.mjs' {
  const rule: import('markdown-it/lib/parser_block.mjs').RuleBlock;
  export default rule;
}
declare module 'markdown-it/lib/rules_inline/text.mjs' {
  const rule: import('markdown-it/lib/parser_inline.mjs').RuleInline;
  export default rule;
}
