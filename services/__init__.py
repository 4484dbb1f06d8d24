"""What can be done: one function a use case, given the unit of work and who acts."""
