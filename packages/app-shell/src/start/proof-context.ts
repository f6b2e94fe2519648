import { createContext, useContext } from 'react'
import { newProofGate, type ProofGate } from '../session/proof-gate.js'

const ProofContext = createContext<ProofGate>(newProofGate())
export const ProofProvider = ProofContext.Provider
export const useProofGate = (): ProofGate => useContext(ProofContext)
