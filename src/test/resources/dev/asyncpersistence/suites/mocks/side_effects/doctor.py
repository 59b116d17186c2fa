from patients import Patients


class Doctor:
    def __init__(self, patients: Patients):
        self.patients = patients

    async def see(self, key):
        try:
            pulse = self.patients.pulse(key)
        except TimeoutError:
            return "later"
        return "fine" if pulse < 100 else "ill"
