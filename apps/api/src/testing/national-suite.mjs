// For the test file that follows, and for nothing beside it: tested-suite.ts.
process.env.TEST_CIPHER_SUITE = 'sm'
