//! What is done after the answer: the outbox worker.
