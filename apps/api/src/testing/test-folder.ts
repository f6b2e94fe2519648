/** Where the cluster of this test run keeps its data and its log. */
export const testFolder = (): string => process.env.ICP_TEST_FOLDER ?? ''
