// `npm install` makes a tree without the workspace links; it is refused before it can confuse anybody.
if (!(process.env.npm_config_user_agent ?? '').startsWith('pnpm/')) {
  console.error('This workspace is installed by pnpm. Run `npm start` or `npm test`: both install what they need.')
  process.exit(1)
}
